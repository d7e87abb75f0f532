package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A class's fields in its order and in any other, with some missing, twice there or unknown, and white space anywhere. */
class FieldOrderTest {
    private static final int FIELDS = 13;

    private final Random random = new Random(3);
    private final JsonCodec codec = Json.codec(Ordered.class);
    private int objects;

    /** Writes a document; what it means goes into the object. */
    private String draw(Ordered right, int depth) {
        objects++;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) order.add(i);
        int kind = random.nextInt(6);
        if (kind == 1) order.remove(random.nextInt(FIELDS));
        if (kind == 2) order.subList(random.nextInt(FIELDS), FIELDS).clear();
        if (kind == 3) order.add(random.nextInt(FIELDS + 1), random.nextInt(FIELDS + 4));
        if (kind == 4) Collections.shuffle(order, random);
        if (kind == 5) order.removeIf(i -> random.nextBoolean());
        boolean spaces = random.nextInt(4) == 0;
        StringBuilder s = new StringBuilder("{");
        for (int i = 0; i < order.size(); i++) {
            space(s, spaces);
            if (i > 0) s.append(',');
            space(s, spaces);
            member(s, order.get(i), right, depth, spaces);
        }
        space(s, spaces);
        return s.append('}').toString();
    }

    private void space(StringBuilder s, boolean spaces) {
        if (spaces && random.nextInt(20) == 0) s.append(random.nextBoolean() ? " " : "\r\n\t");
    }

    private void member(StringBuilder s, int field, Ordered right, int depth, boolean spaces) {
        int n = random.nextInt(1_000);
        String text = "x".repeat(n % 37);
        String name;
        String value = String.valueOf(n);
        switch (field) {
            case 0 -> {
                name = "first";
                right.first = n;
            }
            case 1 -> {
                name = "n";
                right.n = n;
            }
            case 2 -> {
                name = "abc";
                right.abc = text;
                value = '"' + text + '"';
            }
            case 3 -> {
                name = "four";
                right.four = n % 2 == 0;
                value = String.valueOf(right.four);
            }
            case 4, 12 -> {
                name = field == 4 ? "inner" : "last";
                Ordered child = depth < 3 && random.nextBoolean() ? new Ordered() : null;
                value = child == null ? "null" : draw(child, depth + 1);
                if (field == 4) right.inner = child;
                if (field == 12) right.last = child;
            }
            case 5 -> {
                name = "elevenBytes";
                right.elevenBytes = n < 300 ? null : Long.valueOf(n);
                value = String.valueOf(right.elevenBytes);
            }
            case 6 -> {
                name = "twelveBytes1";
                right.twelveBytes1 = n < 300 ? null : text;
                value = n < 300 ? "null" : '"' + text + '"';
            }
            case 7 -> {
                name = "thirteenBytes";
                right.thirteenBytes = n / 8.0;
                value = String.valueOf(right.thirteenBytes);
            }
            case 8 -> {
                name = "nineteenBytesLong__";
                right.nineteenBytesLong__ = text + "é";
                value = '"' + text + "é\"";
            }
            case 9 -> {
                name = "twentyBytesLong_____";
                right.twentyBytesLong_____ = new int[] {n};
                value = "[" + n + "]";
            }
            case 10 -> {
                name = "twentyOneBytesLong___";
                right.twentyOneBytesLong___ = text + "\n";
                value = '"' + text + "\\n\"";
            }
            case 11 -> {
                name = "größe";
                right.size = n;
            }
            default -> {
                // Beside what is in no way alike, names that are as long as one of the class's and begin and end like
                // it.
                name = List.of("unknown", "abd", "twentyByteZLong_____", "twelvEBytes1")
                        .get(field - FIELDS);
                value = "{\"abc\":[" + n + "]}";
            }
        }
        s.append('"').append(name).append('"');
        space(s, spaces);
        s.append(':');
        space(s, spaces);
        s.append(value);
    }

    @Test
    void eachGetsWhatIsMeant() throws JsonException {
        for (int round = 0; round < 4_000; round++) {
            Ordered right = new Ordered();
            objects = 0;
            byte[] b = Json.bytes(draw(right, 0));
            byte[] roomy = new byte[b.length + 40];
            Arrays.fill(roomy, (byte) '}');
            int from = random.nextInt(20);
            System.arraycopy(b, 0, roomy, from, b.length);
            int before = Ordered.made;
            Ordered read = codec.read(roomy, from, from + b.length, Ordered.class);
            assertEquals(objects, Ordered.made - before);
            assertEquals(written(right), written(read), () -> new String(b, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Cut off, each is refused at its end, whatever stands behind; also the codec's depth is as before. */
    @Test
    void whatIsCutOffEndsThere() {
        for (int round = 0; round < 40; round++) {
            byte[] b = Json.bytes(draw(new Ordered(), 1));
            for (int length = 1; length < b.length; length++) {
                int to = length;
                JsonException e = assertThrows(JsonException.class, () -> codec.read(b, 0, to, Ordered.class));
                assertEquals(JsonError.UNEXPECTED_END + "@" + to, e.error() + "@" + e.offset());
            }
        }
    }

    private String written(Ordered value) throws JsonException {
        return new String(codec.toBytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }
}
