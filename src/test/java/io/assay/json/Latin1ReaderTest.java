package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strings that are Latin-1 to their end, or up to anywhere: raw and escaped, before an array's end and far from it. */
class Latin1ReaderTest {
    private static final List<String> LATIN =
            List.of("a", "bcdefghij", "é", "ÿ", "\u0080", "\n", "\"", "\\", "/", "ü ö");
    private static final List<String> BEYOND = List.of("Ā", "€", "漢字", "😀", "\u07ff");

    /** As RFC 8259 lets it be written; an escape of what need not be, now and then. */
    private static String written(String part, Random random) {
        StringBuilder s = new StringBuilder();
        for (char c : part.toCharArray()) {
            int shape = random.nextInt(4);
            if (c == '\n') {
                s.append(shape == 0 ? "\\u000a" : "\\n");
            } else if (c == '"' || c == '\\') {
                s.append('\\').append(c);
            } else if (shape == 0) {
                s.append(String.format("\\u%04X", (int) c));
            } else if (c == '/' && shape == 1) {
                s.append("\\/");
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    /** A pair of surrogates is escaped whole or not at all. */
    private static String writtenBeyond(String part, Random random) {
        if (random.nextInt(3) > 0) return part;
        StringBuilder s = new StringBuilder();
        for (char c : part.toCharArray()) s.append(String.format("\\u%04x", (int) c));
        return s.toString();
    }

    @Test
    void theyAreReadWhateverTheyTurnInto() throws JsonException {
        Random random = new Random(11);
        JsonCodec codec = Json.codec(Object.class);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder document = new StringBuilder("[\"");
            boolean latin = random.nextBoolean();
            for (int i = random.nextInt(12); i > 0; i--) {
                boolean beyond = !latin && random.nextInt(5) == 0;
                List<String> parts = beyond ? BEYOND : LATIN;
                String part = parts.get(random.nextInt(parts.size()));
                text.append(part);
                document.append(beyond ? writtenBeyond(part, random) : written(part, random));
            }
            byte[] b = Json.bytes(document.append("\"]").toString());
            byte[] roomy = Arrays.copyOf(b, b.length + 32);
            // What follows must not be taken for the string's own.
            Arrays.fill(roomy, b.length, roomy.length, (byte) 'x');
            List<Object> right = List.of(text.toString());
            assertEquals(right, codec.read(b, 0, b.length, Object.class));
            assertEquals(right, codec.read(roomy, 0, b.length, Object.class));
        }
    }

    @Test
    void theirRoomGrows() throws JsonException {
        JsonCodec codec = Json.codec(Object.class);
        for (int length : new int[] {230, 239, 240, 241, 247, 248, 249, 255, 256, 257, 5_000}) {
            for (String unit : List.of("é", "\\n", "éxxxxxxxxxxxxxxxxxxxxx")) {
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < length; i++) parts.add(unit);
                String document = "\"" + "y".repeat(length % 13) + String.join("", parts) + "\"";
                byte[] b = Json.bytes(document);
                String right = document.substring(1, document.length() - 1).replace("\\n", "\n");
                assertEquals(right, codec.read(b, 0, b.length, Object.class));
            }
        }
    }
}
