package io.assay.net.echo.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteUnmaskingTest {
    /** Frames of all three lengths of head, in random pieces, of which a random part is taken each time. */
    @Test
    void anyPiecesGiveTheSameFramesWithKeysOfZero() {
        Random random = new Random(3);
        byte[] masked = new byte[300_000];
        byte[] due = new byte[300_000];
        int end = 0;
        for (int size : new int[] {0, 5, 125, 126, 1_000, 65_535, 65_536, 70_000, 3}) {
            byte[] payload = new byte[size];
            random.nextBytes(payload);
            FrameEncoder.maskedFrame(due, end, true, Opcode.BINARY, payload, 0, size, 0);
            end = FrameEncoder.maskedFrame(masked, end, true, Opcode.BINARY, payload, 0, size, random.nextInt());
        }
        for (int most : new int[] {3, 20, 50_000}) {
            byte[] bytes = Arrays.copyOf(masked, end);
            ByteUnmasking unmasking = new ByteUnmasking();
            int from = 0;
            for (int to = 0; from < end; ) {
                to = Math.min(end, to + random.nextInt(most + 1));
                int done = unmasking.unmask(bytes, from, to);
                int taken = random.nextInt(done - from + 1);
                unmasking.taken(taken);
                from += taken;
            }
            assertArrayEquals(Arrays.copyOf(due, end), bytes);
            assertEquals(end, from);
        }
    }
}
