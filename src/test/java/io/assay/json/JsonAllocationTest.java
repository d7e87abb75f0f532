package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.assay.workload.json.JsonWorkload;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing into an array that is large enough costs no bytes of heap. */
class JsonAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    @ParameterizedTest
    @EnumSource
    void writingAllocatesNothing(JsonWorkload workload) throws JsonException {
        // One document of each workload; iterators over its lists are removed by the compiler, or counted here.
        JsonCodec codec = JsonTypes.of(workload.type()).newCodec();
        assertEquals(0, allocated(codec, workload.objects().subList(0, 2)));
    }

    /** The number without a positive; texts by chars where they are not Latin-1. */
    @Test
    void edgesAllocateNothing() throws JsonException {
        Sample.Fields fields = new Sample.Fields();
        fields.longs = new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
        assertEquals(0, allocated(Json.codec(Sample.Fields.class), List.of(fields, fields)));
        assertEquals(0, allocated(Json.codec(Object.class), List.of("é\n".repeat(50), "я\u0001😀".repeat(700))));
    }

    private static long allocated(JsonCodec codec, List<Object> objects) throws JsonException {
        byte[] target = new byte[1 << 18];
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        // On a busy machine the compiler comes late.
        for (int attempt = 0; least > 0 && (attempt < 400 || System.nanoTime() - start < PATIENCE); attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                codec.write(objects.get(i & 1), target, 0, target.length);
                codec.write(objects.get(i & 1));
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
