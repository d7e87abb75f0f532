package io.assay.net.million;

import io.assay.json.JsonCodec;
import io.assay.json.JsonException;
import io.assay.net.load.Exchanges;
import io.assay.net.load.LoadClient;
import io.assay.net.load.WrongAnswerException;
import io.assay.workload.json.EventStats;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Asks for the statistics of n events, and fails where they are not exactly those. */
final class StatsRequest implements Exchanges {
    private static final byte[] REQUEST =
            ("GET " + EventApp.STATS + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    private final JsonCodec codec = new EventApp().json().newCodec();
    private final int events;

    private StatsRequest(int events) {
        this.events = events;
    }

    static void verify(InetSocketAddress server, int events) {
        try (LoadClient client = new LoadClient(server, 1, new StatsRequest(events))) {
            client.limit(1);
            client.answers(1);
        }
    }

    @Override
    public void request(long number, ByteBuffer to) {
        to.put(REQUEST);
    }

    @Override
    public void check(long number, int status, byte[] bytes, int bodyFrom, int bodyTo) {
        String text = status + " " + new String(bytes, bodyFrom, bodyTo - bodyFrom, StandardCharsets.UTF_8);
        EventStats stats;
        try {
            stats = codec.read(bytes, bodyFrom, bodyTo, EventStats.class);
        } catch (JsonException e) {
            throw new WrongAnswerException("no statistics: " + text);
        }
        double sum = sum(events);
        if (status != 200
                || stats == null
                || stats.totalRequests != events
                || stats.uniqueUsers != Math.min(events, EventRequests.USERS)
                || stats.sum != sum
                || stats.avg != sum / events) {
            throw new WrongAnswerException("of " + events + " events with the sum " + sum + " the server says " + text);
        }
    }

    /** 500,000,000 for 1,000,000 events. */
    static double sum(int events) {
        long whole = events / EventRequests.VALUES;
        long rest = events % EventRequests.VALUES;
        long values = EventRequests.VALUES;
        return whole * (values * (values - 1) / 2) + rest * (rest - 1) / 2 + 0.5 * events;
    }
}
