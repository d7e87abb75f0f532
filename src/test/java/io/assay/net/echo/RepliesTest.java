package io.assay.net.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.MessageDecoder;
import io.assay.net.websocket.MessageSink;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends, and what it takes back: in any pieces, and nothing else. */
class RepliesTest {
    private static final int COUNT = 6;

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Messages as a server sends them back, in frames of so many bytes. */
    private static byte[] answers(Messages messages, int fragment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageDecoder decoder = new MessageDecoder(true, WebSocketLimits.DEFAULT);
        for (int i = 0; i < COUNT; i += messages.perWrite()) {
            byte[] wire = bytes(messages.write(i));
            assertEquals(wire.length, decoder.decode(wire, 0, wire.length, new Framed(out, fragment)));
        }
        return out.toByteArray();
    }

    private record Framed(ByteArrayOutputStream out, int fragment) implements MessageSink {
        @Override
        public void binary(byte[] bytes, int from, int to) {
            byte[] frame = new byte[to - from + FrameEncoder.LONGEST_HEAD];
            for (int at = from; at < to; at += fragment) {
                int end = Math.min(to, at + fragment);
                Opcode opcode = at == from ? Opcode.BINARY : Opcode.CONTINUATION;
                out.write(frame, 0, FrameEncoder.frame(frame, 0, end == to, opcode, bytes, at, end));
            }
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            throw new AssertionError();
        }

        @Override
        public void ping(byte[] bytes, int from, int to) {
            throw new AssertionError();
        }

        @Override
        public void pong(byte[] bytes, int from, int to) {
            throw new AssertionError();
        }

        @Override
        public void close(int code, byte[] bytes, int from, int to) {
            throw new AssertionError();
        }
    }

    private static void accept(Replies replies, byte[] bytes, Random random, int most) {
        for (int at = 0; at < bytes.length; ) {
            int n = Math.min(bytes.length - at, 1 + random.nextInt(most));
            replies.accept(ByteBuffer.allocateDirect(n).put(bytes, at, n).flip());
            at += n;
        }
    }

    @ParameterizedTest
    @CsvSource({"4,1,4,4", "64,1,64,64", "64,3,64,64", "200,2,200,7", "300,1,50,300", "70000,1,4096,70000"})
    void whatIsSentIsTakenBackInAnyPieces(int size, int perWrite, int fragment, int back) {
        Random random = new Random(7);
        byte[] answers = answers(Messages.framed(size, perWrite, fragment), back);
        for (int most : new int[] {1, 3, 100, 100_000}) {
            if (most == 1 && size > 1_000) continue;
            Replies replies = Messages.framed(size, perWrite, fragment).replies();
            accept(replies, answers, random, most);
            assertEquals(COUNT, replies.complete());
            assertEquals(0, replies.begun());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 13})
    void everyByteThatIsChangedIsFound(int back) {
        Messages messages = Messages.framed(64);
        byte[] answers = answers(messages, back);
        for (int i = 0; i < answers.length; i++) {
            byte[] changed = answers.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Replies replies = messages.replies();
            boolean found = false;
            try {
                replies.accept(ByteBuffer.wrap(changed));
            } catch (EchoException e) {
                found = true;
            }
            assertTrue(found || replies.complete() < COUNT, "byte " + i);
        }
    }

    @Test
    void plainMessagesCarryTheirNumbers() {
        Messages messages = Messages.plain(8);
        byte[] first = bytes(messages.write(0x01020304));
        byte[] second = bytes(messages.write(0x01020305));
        assertEquals(0x01020304, ByteBuffer.wrap(first).getInt());
        assertEquals(0x01020305, ByteBuffer.wrap(second).getInt());
        assertTrue(Arrays.equals(first, 4, 8, second, 4, 8));
        assertThrows(IllegalArgumentException.class, () -> Messages.plain(3));
    }

    @Test
    void framesAreMaskedAndTheirKeysChange() {
        Messages messages = Messages.framed(64);
        byte[] first = bytes(messages.write(0));
        byte[] second = bytes(messages.write(1));
        assertEquals((byte) (0x80 | 64), first[1]);
        assertTrue(!Arrays.equals(first, 2, 6, second, 2, 6), "one key");
        assertTrue(!Arrays.equals(first, 10, 70, second, 10, 70), "one masked payload");
    }
}
