package io.assay.json;

import io.assay.workload.json.JsonWorkload;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Says what it writes in a JVM of its own, where strings may have to go by way of chars. */
public final class WithoutExports {
    private WithoutExports() {}

    /** Whether strings go by their bytes, and a line for each document. */
    static List<String> lines() throws JsonException {
        List<String> lines = new ArrayList<>();
        List<Object> texts = new ArrayList<>(JsonWorkload.TEXTS.objects());
        texts.addAll(JsonWorkload.ISSUE.objects().subList(0, 12));
        JsonCodec codec = Json.codec(JsonWorkload.TEXTS.type(), JsonWorkload.ISSUE.type(), Object.class);
        for (String s : List.of("", "\0", "é\n\"\\", "x".repeat(511) + "😀", "ÿ".repeat(2_000), "\ud83d", "a\udc00b")) {
            texts.add(s);
            texts.add("long enough for words " + s);
        }
        for (Object text : texts) {
            try {
                byte[] b = codec.toBytes(text);
                Class<?> type = text.getClass() == String.class ? Object.class : text.getClass();
                Object back = codec.read(b, 0, b.length, type);
                lines.add(HexFormat.of().formatHex(b) + " " + codec.write(back));
            } catch (JsonException e) {
                lines.add(e.getMessage());
            }
        }
        return lines;
    }

    /** Prints it. */
    public static void main(String[] args) throws JsonException {
        System.out.println(StringBytes.AVAILABLE);
        lines().forEach(System.out::println);
    }
}
