package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.assay.workload.json.JsonWorkload;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing into an array that is large enough costs no bytes of heap. */
class JsonAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void writingAllocatesNothing(JsonWorkload workload) throws JsonException {
        // One document of each workload; iterators over its lists are removed by the compiler, or counted here.
        JsonCodec codec = JsonTypes.of(workload.type()).newCodec();
        byte[] target = new byte[1 << 18];
        List<Object> objects = workload.objects().subList(0, 2);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 400 && least > 0; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                codec.write(objects.get(i & 1), target, 0, target.length);
                codec.write(objects.get(i & 1));
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
