package io.assay.net.websocket;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a decoder finds, for comparison, and drives it over pieces. */
class Messages implements MessageSink {
    final List<String> found = new ArrayList<>();

    /** What a decoder finds in bytes that are cut at these places, the error last. */
    static List<String> decode(byte[] input, WebSocketLimits limits, int... ends) {
        return decode(new MessageDecoder(true, limits), input, ends);
    }

    static List<String> decode(MessageDecoder decoder, byte[] input, int... ends) {
        Messages messages = new Messages();
        int from = 0;
        for (int end : ends) {
            // The array ends with the piece: a read behind it would throw. In front of it lie some bytes, which are not
            // the decoder's.
            int length = end - from;
            int before = end % 4;
            byte[] piece = new byte[before + length];
            System.arraycopy(input, from, piece, before, length);
            int n = decoder.decode(piece, before, piece.length, messages);
            WebSocketError error = decoder.error();
            if (n < 0) {
                messages.found.add("refused " + error);
                return messages.found;
            }
            if (n != length) throw new AssertionError(n + " of " + length + " bytes");
            from = end;
        }
        return messages.found;
    }

    static String line(String kind, byte[] bytes, int from, int to) {
        byte[] range = Arrays.copyOfRange(bytes, from, to);
        return kind + " " + range.length + ":"
                + (range.length > 200
                        ? Integer.toHexString(Arrays.hashCode(range))
                        : HexFormat.of().formatHex(range));
    }

    static String line(String kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return line(kind, bytes, 0, bytes.length);
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        found.add(line("text", bytes, from, to));
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        found.add(line("binary", bytes, from, to));
    }

    @Override
    public void ping(byte[] bytes, int from, int to) {
        found.add(line("ping", bytes, from, to));
    }

    @Override
    public void pong(byte[] bytes, int from, int to) {
        found.add(line("pong", bytes, from, to));
    }

    @Override
    public void close(int code, byte[] bytes, int from, int to) {
        found.add(line("close " + code, bytes, from, to));
    }

    static boolean isUtf8(byte[] bytes) {
        try {
            CharBuffer ignored = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return ignored != null;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether bytes can still become UTF-8. */
    static boolean startsAsUtf8(byte[] bytes) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false)
                .isError();
    }

    static @Nullable String last(List<String> found) {
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }
}
