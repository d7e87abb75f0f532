package io.assay.net.million;

import io.assay.net.load.Exchanges;
import io.assay.net.load.WrongAnswerException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The reference client's events: of request i the user is {@code user_<i mod 75000>}, the value {@code (i mod 1000) + 0.5}.
 * For one client.
 */
final class EventRequests implements Exchanges {
    static final int USERS = 75_000;
    static final int VALUES = 1_000;

    private static final byte[] HEAD = ascii("POST " + EventApp.EVENT
            + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/json\r\nContent-Length: ");
    private static final byte[] USER = ascii("{\"userId\":\"user_");
    private static final byte[] VALUE = ascii("\",\"value\":");
    private static final byte[] END = ascii(".5}");
    private static final byte[] BLANK = ascii("\r\n\r\n");

    @Override
    public void request(long number, ByteBuffer to) {
        int user = (int) (number % USERS);
        int value = (int) (number % VALUES);
        to.put(HEAD);
        put(USER.length + digits(user) + VALUE.length + digits(value) + END.length, to);
        to.put(BLANK).put(USER);
        put(user, to);
        to.put(VALUE);
        put(value, to);
        to.put(END);
    }

    /** No number here is longer. */
    private static int digits(int number) {
        return number < 10 ? 1 : number < 100 ? 2 : number < 1_000 ? 3 : number < 10_000 ? 4 : 5;
    }

    private static void put(int number, ByteBuffer to) {
        int at = to.position() + digits(number);
        to.position(at);
        int rest = number;
        do {
            to.put(--at, (byte) ('0' + rest % 10));
            rest /= 10;
        } while (rest > 0);
    }

    @Override
    public void check(long number, int status, byte[] bytes, int bodyFrom, int bodyTo) {
        if (status != 200) throw new WrongAnswerException("event " + number + " was answered by " + status);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
