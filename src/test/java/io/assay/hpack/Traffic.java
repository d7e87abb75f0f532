package io.assay.hpack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Header lists that repeat, vary and surprise: from one seed always the same. */
final class Traffic {
    private static final String[] NAMES = {
        ":method",
        ":path",
        ":scheme",
        ":status",
        ":authority",
        "cookie",
        "date",
        "etag",
        "user-agent",
        "accept",
        "content-length",
        "x-request-id",
        "grpc-timeout",
        "x",
        "te",
        "",
        "www-authenticate",
        "x-forwarded-for"
    };
    private static final String[] VALUES = {
        "GET",
        "POST",
        "/",
        "/index.html",
        "https",
        "200",
        "404",
        "gzip, deflate",
        "",
        "text/html",
        "trailers",
        "0",
        "Mon, 21 Oct 2013 20:13:21 GMT",
        "no-cache",
        "www.example.com"
    };
    private final Random random;
    private final int longest;

    Traffic(long seed, int longest) {
        random = new Random(seed);
        this.longest = longest;
    }

    List<Field> block(int most) {
        List<Field> fields = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) fields.add(field());
        return fields;
    }

    private Field field() {
        int kind = random.nextInt(16);
        String name = kind == 0 ? text(random.nextInt(40)) : NAMES[random.nextInt(NAMES.length)];
        String value = switch (kind & 3) {
            case 0 -> text(random.nextInt(longest));
            case 1 -> Integer.toString(random.nextInt(20));
            default -> VALUES[random.nextInt(VALUES.length)];
        };
        return new Field(name, value, kind == 15);
    }

    /** Mostly what headers are made of, now and then any bytes at all: the long Huffman codes. */
    private String text(int length) {
        boolean any = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) (any ? random.nextInt(256) : 32 + random.nextInt(95)));
        return text.toString();
    }
}
