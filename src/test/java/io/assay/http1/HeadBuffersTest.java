package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Heads in buffers that are copied. */
class HeadBuffersTest {
    private static final String FRONT = "GET / HTTP/1.1\r\nHost: a\r\n";

    /** More than is copied at once, with another head behind it, and one byte more at a time. */
    @Test
    void longHeadsOutsideTheHeapAreReadPieceByPiece() {
        String head = FRONT + ("X-Some: " + "v".repeat(390) + "\r\n").repeat(12) + "\r\n";
        byte[] bytes = Messages.bytes(head + FRONT + "\r\n");
        ByteBuffer direct =
                ByteBuffer.allocateDirect(bytes.length + 3).position(3).put(bytes);
        UnsafeBuffer agrona = new UnsafeBuffer(direct);
        for (int first : new int[] {0, 1, 1_023, 1_024, 1_025, 2_048, 3_000, head.length() - 1}) {
            RequestParser parser = new RequestParser();
            assertEquals(HeadParser.NEED_MORE, parser.parse(direct.position(3).limit(3 + first)));
            assertEquals(head.length(), parser.parse(direct.limit(3 + bytes.length)));
            assertEquals(13, parser.fields().count());
            assertEquals("v".repeat(390), parser.fields().value(12));
            assertEquals(FRONT.length() + 2, parser.parse(direct.position(3 + head.length())));
            assertEquals(HeadParser.NEED_MORE, parser.parse(agrona, 3, first));
            assertEquals(head.length(), parser.parse(agrona, 3, bytes.length));
            assertEquals("v".repeat(390), parser.fields().value(12));
            assertEquals(FRONT.length() + 2, parser.parse(agrona, 3 + head.length(), FRONT.length() + 2));
        }
        RequestParser growing = new RequestParser();
        for (int to = 0; to < head.length(); to++) assertEquals(HeadParser.NEED_MORE, growing.parse(agrona, 3, to));
        assertEquals(head.length(), growing.parse(agrona, 3, head.length()));
    }

    @Test
    void misuseAndErrorsOutsideTheHeap() {
        RequestParser parser = new RequestParser();
        UnsafeBuffer agrona = new UnsafeBuffer(ByteBuffer.allocateDirect(40));
        agrona.putBytes(0, Messages.bytes("GET / HTTP/1.1\r\nHost: a\r\n("));
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(agrona, 1, 40));
        UnsafeBuffer heap = new UnsafeBuffer(new byte[40]);
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(heap, 1, 40));
        assertEquals(HeadParser.NEED_MORE, parser.parse(agrona, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> parser.parse(agrona, 0, 8));
        assertEquals(HeadParser.REFUSED, parser.parse(agrona, 0, 40));
        assertEquals("BAD_NAME at 25", parser.error() + " at " + parser.errorOffset());
        assertEquals(HeadParser.REFUSED, parser.parse(agrona, 0, 0));
        assertEquals(HeadParser.REFUSED, parser.parse(heap, 0, 0));
    }

    @Test
    void aBufferOnTheHeapIsReadWhereItLies() {
        byte[] bytes = Messages.bytes("(((" + FRONT + "A: b\r\n\r\n" + FRONT);
        UnsafeBuffer agrona = new UnsafeBuffer(bytes, 2, bytes.length - 2);
        RequestParser parser = new RequestParser();
        int length = FRONT.length() + 8;
        assertEquals(HeadParser.NEED_MORE, parser.parse(agrona, 1, length - 1));
        assertEquals(length, parser.parse(agrona, 1, bytes.length - 3));
        assertEquals("A=b", parser.fields().name(1) + "=" + parser.fields().value(1));
        assertEquals(HeadParser.NEED_MORE, parser.parse(agrona, 1 + length, FRONT.length()));
        assertEquals(1, parser.fields().count());
        parser.reset();
        assertEquals(HeadParser.REFUSED, parser.parse(agrona, 0, 5));
    }
}
