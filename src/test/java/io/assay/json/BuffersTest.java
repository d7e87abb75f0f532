package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of buffer, at every offset; nothing outside of what was given is looked at or touched. */
class BuffersTest {
    private static final List<Object> VALUE =
            List.of("äöü", 12L, List.of(1.5, "a longer string, of more than sixteen bytes"));

    private final JsonCodec codec = Json.codec(Object.class, Sample.Fields.class);
    private final byte[] document = encoded();

    private static byte[] encoded() {
        try {
            return Json.codec(Object.class).toBytes(VALUE);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 100})
    void anyRangeOfAnArrayIsRead(int from) throws JsonException {
        // What lies around it goes on like a document.
        byte[] array = new byte[from + document.length + 20];
        Arrays.fill(array, (byte) '"');
        System.arraycopy(document, 0, array, from, document.length);
        assertEquals(VALUE, codec.read(array, from, from + document.length, Object.class));
        for (int to = from; to < from + document.length; to++) {
            int end = to;
            JsonException e = assertThrows(JsonException.class, () -> codec.read(array, from, end, Object.class));
            assertEquals("UNEXPECTED_END@" + (to - from), e.error() + "@" + e.offset());
        }
    }

    @Test
    void anyOtherBufferIsRead() throws JsonException {
        int length = document.length;
        ByteBuffer heap = ByteBuffer.allocate(length + 9).position(5).slice().put(2, document);
        ByteBuffer direct = ByteBuffer.allocateDirect(length + 9).put(2, document);
        for (ByteBuffer buffer : List.of(heap, direct, heap.asReadOnlyBuffer())) {
            buffer.limit(2 + length).position(2);
            assertEquals(VALUE, codec.read(buffer, Object.class));
            assertEquals(2, buffer.position());
        }
        for (UnsafeBuffer buffer :
                List.of(new UnsafeBuffer(heap.array(), 3, length + 5), new UnsafeBuffer(direct, 0, length + 9))) {
            int offset = buffer.byteArray() == null ? 2 : 4;
            assertEquals(VALUE, codec.read(buffer, offset, length, Object.class));
            assertThrows(
                    IndexOutOfBoundsException.class, () -> codec.read(buffer, offset, buffer.capacity(), Object.class));
        }
    }

    @Test
    void aRangeIsWrittenAndNothingAroundIt() throws JsonException {
        int length = document.length;
        for (int room = 0; room < length + 50; room++) {
            byte[] array = new byte[room + 20];
            Arrays.fill(array, (byte) 0x55);
            int to = 10 + room;
            if (room < length) {
                JsonException e = assertThrows(JsonException.class, () -> codec.write(VALUE, array, 10, to));
                assertEquals("BUFFER_TOO_SMALL@" + room, e.error() + "@" + e.offset());
            } else {
                assertEquals(length, codec.write(VALUE, array, 10, to));
                assertArrayEquals(document, Arrays.copyOfRange(array, 10, 10 + length));
            }
            for (int i = 0; i < 10; i++) {
                assertEquals(0x55, array[i]);
                assertEquals(0x55, array[to + i]);
            }
        }
    }

    @Test
    void anyOtherBufferIsWritten() throws JsonException {
        int length = document.length;
        for (ByteBuffer buffer :
                List.of(ByteBuffer.allocate(length + 8).position(3).slice(), ByteBuffer.allocateDirect(length + 5))) {
            buffer.position(2);
            assertEquals(length, codec.write(VALUE, buffer));
            assertEquals(2 + length, buffer.position());
            assertEquals(VALUE, codec.read(buffer.flip().position(2), Object.class));
            JsonException e = assertThrows(
                    JsonException.class,
                    () -> codec.write(VALUE, buffer.limit(length).position(3)));
            assertEquals(JsonError.BUFFER_TOO_SMALL, e.error());
            assertEquals(3, buffer.position());
        }
        for (UnsafeBuffer buffer : List.of(
                new UnsafeBuffer(new byte[length + 9], 2, length + 4),
                new UnsafeBuffer(ByteBuffer.allocateDirect(length + 4)))) {
            assertEquals(length, codec.write(VALUE, buffer, 4));
            assertEquals(VALUE, codec.read(buffer, 4, length, Object.class));
            JsonException e = assertThrows(JsonException.class, () -> codec.write(VALUE, buffer, 5));
            assertEquals("BUFFER_TOO_SMALL@" + (length - 1), e.error() + "@" + e.offset());
            for (int outside : new int[] {-1, length + 5}) {
                assertThrows(IndexOutOfBoundsException.class, () -> codec.write(VALUE, buffer, outside));
            }
        }
        ExpandableArrayBuffer expandable = new ExpandableArrayBuffer(1);
        assertEquals(length, codec.write(VALUE, expandable, 1_000));
        assertEquals(VALUE, codec.read(expandable, 1_000, length, Object.class));
    }

    @Test
    void theCodecsOwnBufferIsReused() throws JsonException {
        String large = "x".repeat(100_000);
        assertEquals(100_002, codec.write(large));
        byte[] buffer = codec.buffer();
        assertEquals(100_002, codec.write(large));
        assertSame(buffer, codec.buffer());
        // Also behind a buffer of somebody else's that was too small.
        assertThrows(JsonException.class, () -> codec.write(large, new byte[10], 0, 10));
        assertEquals(3, codec.write("a"));
        assertSame(buffer, codec.buffer());
        assertThrows(IndexOutOfBoundsException.class, () -> codec.write("a", new byte[10], 5, 11));
        assertThrows(IndexOutOfBoundsException.class, () -> codec.read(new byte[10], 5, 11, Object.class));
    }

    /** A refusal leaves nothing behind that the next document would feel. */
    @Test
    void aCodecGoesOnAfterARefusal() throws JsonException {
        byte[] broken = Json.bytes("[[[{\"a\":[\"x");
        for (int i = 0; i < 100; i++) {
            assertThrows(JsonException.class, () -> codec.read(broken, 0, broken.length, Object.class));
            assertThrows(JsonException.class, () -> codec.write(List.of(List.of("\ud800"))));
        }
        assertArrayEquals(document, codec.toBytes(codec.read(document, 0, document.length, Object.class)));
    }
}
