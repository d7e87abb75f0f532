package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.ArrayPool;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections at random, right and spoilt, against the plain reference in any split. */
class DecoderPropertyTest {
    private static final int ROUNDS = Integer.getInteger("assay.websocket.rounds", 3_000);
    private static final WebSocketLimits LIMITS = new WebSocketLimits(400, 1_000, 6);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anySplitGivesWhatTheReferenceGives(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        int messages = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = connection(random);
            for (int flips = random.nextInt(3); flips > 0 && round % 2 == 0; flips--) {
                // Mostly in the heads of the first frames, where most of the rules are.
                int at = random.nextInt(random.nextBoolean() ? Math.min(20, bytes.length) : bytes.length);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            List<String> wanted = ReferenceDecoder.decode(bytes, LIMITS);
            String where = "seed " + seed + ", round " + round;
            assertEquals(wanted, Messages.decode(bytes, LIMITS, bytes.length), where);
            ArrayPool pool = new ArrayPool(1 << 16);
            MessageDecoder decoder = new MessageDecoder(true, LIMITS, pool);
            int[] ends = random.ints(random.nextInt(12), 0, bytes.length + 1)
                    .sorted()
                    .toArray();
            ends = Arrays.copyOf(ends, ends.length + 1);
            ends[ends.length - 1] = bytes.length;
            assertEquals(wanted, Messages.decode(decoder, bytes, ends), where + ", cut at " + Arrays.toString(ends));
            assertTrue(decoder.held() <= LIMITS.maxMessage(), where);
            String last = Messages.last(wanted);
            if (last != null && last.startsWith("refused")) {
                refused++;
                assertEquals(0, pool.outstanding(), where + ": what is refused holds nothing");
            }
            decoder.release();
            assertEquals(0, pool.outstanding(), where);
            messages += wanted.size();
        }
        assertTrue(refused > ROUNDS / 20 && refused < ROUNDS / 2, "refused " + refused);
        assertTrue(messages > ROUNDS, "messages " + messages);
    }

    @Test
    void aConnectionCutOffAtEveryByteNeverFailsOtherwise() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            byte[] bytes = connection(random);
            for (int end = 0; end <= bytes.length; end++) {
                byte[] start = Arrays.copyOf(bytes, end);
                assertEquals(
                        ReferenceDecoder.decode(start, LIMITS),
                        Messages.decode(start, LIMITS, end),
                        "seed 3, end " + end);
            }
        }
    }

    @Test
    void afterAPauseItGoesOnBehindTheMessage() {
        byte[] bytes =
                new Frames().frame(0x81, "a").frame(0x89, "b").frame(0x82, "c").bytes();
        MessageDecoder decoder = new MessageDecoder(true, LIMITS);
        Messages messages = new Messages() {
            @Override
            public void text(byte[] b, int from, int to) {
                super.text(b, from, to);
                decoder.pause();
            }
        };
        int n = decoder.decode(bytes, 0, bytes.length, messages);
        assertEquals(7, n);
        assertEquals(1, messages.found.size());
        assertEquals(14, decoder.decode(bytes, n, bytes.length, messages));
        assertEquals(3, messages.found.size());
    }

    @Test
    void bytesOutsideTheRangeAreLeftAlone() {
        byte[] frame = new Frames().frame(0x82, new byte[40]).bytes();
        byte[] bytes = new byte[frame.length + 20];
        Arrays.fill(bytes, (byte) 0x55);
        System.arraycopy(frame, 0, bytes, 10, frame.length);
        Messages messages = new Messages();
        assertEquals(frame.length, new MessageDecoder(true, LIMITS).decode(bytes, 10, 10 + frame.length, messages));
        for (int i = 0; i < 10; i++) {
            assertEquals(0x55, bytes[i]);
            assertEquals(0x55, bytes[bytes.length - 1 - i]);
        }
    }

    @Test
    void aMessageUnderWayIsHeldUntilItEndsOrTheConnectionDoes() {
        ArrayPool pool = new ArrayPool(0);
        MessageDecoder decoder = new MessageDecoder(true, LIMITS, pool);
        assertEquals(List.of(), feed(decoder, new Frames().frame(0x01, "abc")));
        assertEquals(3, decoder.held());
        assertEquals(List.of(Messages.line("text", "abcd")), feed(decoder, new Frames().frame(0x80, "d")));
        assertEquals(0, decoder.held());
        assertEquals(List.of(), feed(decoder, new Frames().frame(0x01, "abc")));
        assertFalse(decoder.closed());
        assertEquals(List.of(Messages.line("close 1005", "")), feed(decoder, new Frames().frame(0x88, "")));
        assertTrue(decoder.closed());
        assertEquals(0, decoder.held());
        assertEquals(0, pool.outstanding());
    }

    private static List<String> feed(MessageDecoder decoder, Frames frames) {
        byte[] bytes = frames.bytes();
        return Messages.decode(decoder, bytes, bytes.length);
    }

    /** Frames as a client sends them, now and then one that is out of place. */
    private static byte[] connection(Random random) {
        Frames frames = new Frames();
        boolean open = false;
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                frames.frame(0x89, payload(random, 20));
            } else if (kind == 1) {
                frames.frame(0x8A, payload(random, 126));
            } else if (kind == 2 && random.nextInt(4) == 0) {
                frames.frame(0x88, "\u0003\u007f");
            } else {
                boolean fin = random.nextBoolean();
                int opcode = open ? 0 : 1 + random.nextInt(2);
                open = !fin;
                frames.frame((fin ? 0x80 : 0) | opcode, payload(random, 420));
            }
        }
        return frames.bytes();
    }

    private static byte[] payload(Random random, int most) {
        int length = random.nextInt(3) == 0 ? random.nextInt(most) : random.nextInt(Math.min(most, 12));
        StringBuilder text = new StringBuilder();
        while (text.length() < length / 2)
            text.appendCodePoint(random.nextInt(4) == 0 ? 0xE9 + random.nextInt(0x500) : 'a');
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
