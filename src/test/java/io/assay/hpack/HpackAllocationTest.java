package io.assay.hpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In steady state ranges cost no bytes of heap, with evictions, Huffman and never-indexed fields all the same. */
class HpackAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BLOCKS = 200;

    private long sum;

    interface Work {
        void run() throws HpackException;
    }

    @Test
    void encodingAllocatesNothing() throws HpackException {
        List<byte[][]> blocks = new ArrayList<>();
        Traffic traffic = new Traffic(7, 300);
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(traffic.block(15).stream()
                    .flatMap(f -> java.util.stream.Stream.of(Blocks.bytes(f.name()), Blocks.bytes(f.value())))
                    .toArray(byte[][]::new));
        }
        byte[][][] all = blocks.toArray(byte[][][]::new);
        HpackEncoder encoder = new HpackEncoder(1000);
        byte[] out = new byte[1 << 16];
        assertEquals(0, leastAllocated(() -> {
            for (byte[][] block : all) {
                encoder.begin(out, 0);
                for (int i = 0; i < block.length; i += 2) encoder.add(block[i], block[i + 1]);
                sum += encoder.end();
            }
        }));
    }

    @Test
    void encodingStringsAllocatesNothing() throws HpackException {
        HpackEncoder encoder = new HpackEncoder(1000);
        Traffic traffic = new Traffic(7, 300);
        Field[] fields = traffic.block(100).toArray(Field[]::new);
        byte[] out = new byte[1 << 16];
        assertEquals(0, leastAllocated(() -> {
            for (int i = 0; i < 20; i++) {
                encoder.begin(out, 0);
                for (Field field : fields) encoder.add(field.name(), field.value(), field.sensitivity());
                sum += encoder.end();
            }
        }));
    }

    @Test
    void decodingAllocatesNothing() throws HpackException {
        HpackEncoder encoder = new HpackEncoder(1000);
        Traffic traffic = new Traffic(7, 300);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            // Both tables are emptied at the start, so that the blocks are right in every round.
            if (i == 0) encoder.maxDynamicTableSize(0);
            if (i == 0) encoder.maxDynamicTableSize(1000);
            blocks.add(Blocks.encode(encoder, traffic.block(15)));
        }
        byte[][] all = blocks.toArray(byte[][]::new);
        HpackDecoder decoder = new HpackDecoder(1000);
        HeaderSink sink = (n, nameFrom, nameTo, v, valueFrom, valueTo, flags) -> sum += nameTo + valueTo;
        assertEquals(0, leastAllocated(() -> {
            for (byte[] block : all) decoder.decode(block, 0, block.length, sink);
        }));
    }

    @Test
    void stringsOfFieldsInTablesAllocateNothing() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(1000);
        StringSink sink = (name, value, flags) -> sum += name.length() + value.length();
        byte[] first = Blocks.hex("40036b657905616c706861");
        decoder.decode(first, 0, first.length, sink);
        byte[] indexed = Blocks.hex("be82888fbe");
        assertEquals(0, leastAllocated(() -> {
            for (int i = 0; i < 100; i++) decoder.decode(indexed, 0, indexed.length, sink);
        }));
    }

    /** The least of some tries: the JVM bills this thread, once in a while, for resolving and compiling. */
    private static long leastAllocated(Work work) throws HpackException {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 10 && least > 0; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
