package io.assay.http1;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Valid requests, one behind the other, of all forms that RFC 9112 has: from one seed always the same. */
final class RequestGenerator {
    private static final String TCHAR = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String[] METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "X-M"
    };
    private static final String[] TARGETS = {
        "/", "/a", "/a/b/c?d=e&f", "/%7Euser/%C3%A9", "/a;b=c/../d", "/?q=!$&'()*+,;=:@/?", "http://h.example:80/p?q"
    };
    private static final String[] HOSTS = {"a", "www.example.com", "www.example.com:8080", "127.0.0.1", "[::1]:80"};
    private static final String[] NAMES = {"Accept", "user-agent", "COOKIE", "X-Id", "Referer", "Cache-Control"};

    private final Random random;

    RequestGenerator(long seed) {
        random = new Random(seed);
    }

    byte[] connection() {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) request(all);
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void request(StringBuilder to) {
        boolean old = random.nextInt(8) == 0;
        to.append(of(METHODS)).append(' ').append(of(TARGETS)).append(old ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
        fields(to);
        field(to, random.nextBoolean() ? "Host" : "host", of(HOSTS));
        fields(to);
        switch (random.nextInt(old ? 2 : 4)) {
            case 0 -> to.append("\r\n");
            case 1 -> {
                String body = text(random.nextInt(30));
                field(to, "Content-Length", Integer.toString(body.length()));
                to.append("\r\n").append(body);
            }
            default -> {
                field(to, "Transfer-Encoding", "chunked");
                to.append("\r\n");
                chunks(to);
            }
        }
    }

    private void fields(StringBuilder to) {
        for (int i = random.nextInt(4); i > 0; i--) {
            field(
                    to,
                    random.nextInt(3) == 0 ? "x" + token() : of(NAMES),
                    text(random.nextInt(20)).strip());
        }
    }

    private void field(StringBuilder to, String name, String value) {
        to.append(name).append(':').append(" \t".repeat(random.nextInt(3))).append(value);
        to.append(" ".repeat(random.nextInt(2))).append("\r\n");
    }

    private void chunks(StringBuilder to) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String data = text(1 + random.nextInt(40));
            to.append(Integer.toHexString(data.length()));
            if (random.nextInt(3) == 0) to.append(";n=").append(token());
            to.append("\r\n").append(data).append("\r\n");
        }
        to.append("0\r\n");
        if (random.nextInt(3) == 0) field(to, "X-Sum", token());
        to.append("\r\n");
    }

    private String of(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) token.append(TCHAR.charAt(random.nextInt(TCHAR.length())));
        return token.toString();
    }

    /** Visible characters, spaces, and bytes above 7F. */
    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int c = random.nextInt(12) == 0 ? 0xA1 + random.nextInt(0x5F) : 0x20 + random.nextInt(0x5F);
            text.append((char) c);
        }
        return text.toString();
    }
}
