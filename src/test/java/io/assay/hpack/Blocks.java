package io.assay.hpack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Blocks from and to bytes, through fresh arrays. */
final class Blocks {
    private Blocks() {}

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static List<Field> decode(HpackDecoder decoder, byte[] block) throws HpackException {
        List<Field> fields = new ArrayList<>();
        decoder.decode(block, 0, block.length, (HeaderSink)
                (name, nameFrom, nameTo, value, valueFrom, valueTo, flags) -> fields.add(new Field(
                        text(name, nameFrom, nameTo),
                        text(value, valueFrom, valueTo),
                        HeaderSink.neverIndexed(flags))));
        return fields;
    }

    static List<Field> decodeStrings(HpackDecoder decoder, byte[] block) throws HpackException {
        List<Field> fields = new ArrayList<>();
        decoder.decode(block, 0, block.length, (StringSink)
                (name, value, flags) -> fields.add(new Field(name, value, HeaderSink.neverIndexed(flags))));
        return fields;
    }

    static byte[] encode(HpackEncoder encoder, List<Field> fields) {
        encoder.begin(new byte[0], 0);
        for (Field field : fields) {
            add(encoder, field);
        }
        int end = encoder.end();
        return Arrays.copyOf(encoder.buffer(), end);
    }

    static void add(HpackEncoder encoder, Field field) {
        byte[] name = bytes(field.name());
        byte[] value = bytes(field.value());
        encoder.add(name, 0, name.length, value, 0, value.length, field.sensitivity());
    }
}
