package io.assay.http1;

import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A few buffers of each workload. */
final class WorkloadSeeds {
    private static final int OF_EACH = 2;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private WorkloadSeeds() {}

    static List<byte[]> requests() {
        List<byte[]> buffers = new ArrayList<>();
        for (Http1Workload workload : Http1Workload.values()) {
            if (!workload.responses()) buffers.addAll(buffers(workload, OF_EACH));
        }
        return buffers;
    }

    static List<byte[]> responses() {
        return buffers(Http1Workload.RESPONSE_HEAD, OF_EACH);
    }

    static List<byte[]> chunkedBodies() {
        return buffers(Http1Workload.CHUNKED_UPLOAD, OF_EACH).stream()
                .map(buffer -> {
                    String text = new String(buffer, StandardCharsets.ISO_8859_1);
                    return Arrays.copyOfRange(buffer, text.indexOf(END_OF_HEAD) + END_OF_HEAD.length(), buffer.length);
                })
                .toList();
    }

    static List<byte[]> buffers(Http1Workload workload, int count) {
        Http1Inputs inputs = workload.inputs();
        List<byte[]> buffers = new ArrayList<>();
        for (int i = 0; i < Math.min(count, inputs.size()); i++) {
            buffers.add(Arrays.copyOfRange(inputs.bytes(), inputs.from(i), inputs.to(i)));
        }
        return buffers;
    }
}
