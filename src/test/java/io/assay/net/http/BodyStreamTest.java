package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies from sources that write as much as fits, more, or nothing. */
class BodyStreamTest extends AcceptedFixture {
    private static final int FRAME = ResponseWriter.CHUNK_FRAME;

    private final List<Boolean> ends = new ArrayList<>();

    /** Writes a range once. */
    private BodySource once(byte[] bytes, int from, int to) {
        return new BodySource() {
            @Override
            public boolean next(Sink sink) {
                sink.write(bytes, from, to);
                return false;
            }

            @Override
            public void ended(boolean whole) {
                ends.add(whole);
            }
        };
    }

    private boolean advance(BodySource source, boolean chunked) throws Exception {
        return loop.onLoop(() -> new BodyStream(state, connection, source, chunked).advance());
    }

    private void assertSent(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(bytes, client.bytes(bytes.length));
    }

    @Test
    void aPieceIsAChunk() throws Exception {
        byte[] bytes = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
        assertTrue(advance(once(bytes, 10, 36), true));
        assertSent("1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n");
        assertEquals(List.of(true), ends);
    }

    @Test
    void aPieceForHttp10IsAsItIs() throws Exception {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.US_ASCII);
        assertTrue(advance(once(bytes, 1, 4), false));
        assertTrue(advance(once(bytes, 9, 10), false));
        assertSent("1239");
    }

    @Test
    void aPieceAsLargeAsTheRoomFits() throws Exception {
        assertTrue(advance(once(new byte[MOST], FRAME, MOST), true));
        assertSent(Integer.toHexString(MOST - FRAME) + "\r\n");
        assertTrue(loop.reported().isEmpty());
    }

    @Test
    void aPieceLargerThanTheRoomIsReported() throws Exception {
        assertFalse(advance(once(new byte[MOST], FRAME - 1, MOST), true));
        assertEquals(1, loop.net.counts().closed());
        assertEquals(
                "a piece of " + (MOST - FRAME + 1) + " bytes of a body, where " + MOST
                        + " fit into maxOutput: smaller pieces, one for each call",
                loop.reported().get(0).getMessage());
    }

    @Test
    void aSourceMayEndWithoutAPiece() throws Exception {
        assertTrue(advance(once(new byte[1], 0, 0), true));
        assertSent("0\r\n\r\n");
        assertEquals(List.of(true), ends);
        assertTrue(loop.reported().isEmpty());
    }

    @Test
    void aSourceThatNeitherWritesNorEndsIsReported() throws Exception {
        assertFalse(advance(sink -> true, true));
        assertEquals(1, loop.net.counts().closed());
        assertEquals(
                "a body source wrote nothing and has not ended",
                loop.reported().get(0).getMessage());
    }

    @Test
    void anEndThatFailsIsReportedAndTheBodyIsWhole() throws Exception {
        BodySource source = new BodySource() {
            @Override
            public boolean next(Sink sink) {
                return false;
            }

            @Override
            public void ended(boolean whole) {
                throw new IllegalStateException("planted");
            }
        };
        assertTrue(advance(source, true));
        assertSent("0\r\n\r\n");
        assertEquals("planted", loop.reported().get(0).getMessage());
    }
}
