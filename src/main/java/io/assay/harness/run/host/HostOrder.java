package io.assay.harness.run.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fork to run. Needs nothing but the JDK: both ends of the pipe read it.
 *
 * @param benchmark class and method
 * @param mode JMH's short label
 * @param params one value each
 * @param java the fork's launcher
 * @param flags the fork's flags
 * @param warmupIterations iterations thrown away
 * @param warmupMillis length of each
 * @param iterations iterations measured
 * @param iterationMillis length of each
 * @param timeoutSeconds after which JMH interrupts the benchmark; the watchdog bites before
 * @param result where the jar's JMH writes its JSON
 * @param transcript where it writes what people read
 * @param profilers JMH profilers by name, each with its options
 */
public record HostOrder(
        String benchmark,
        String mode,
        Map<String, String> params,
        String java,
        List<String> flags,
        int warmupIterations,
        long warmupMillis,
        int iterations,
        long iterationMillis,
        long timeoutSeconds,
        String result,
        String transcript,
        Map<String, String> profilers) {

    /** Without a profiler. */
    public HostOrder(
            String benchmark,
            String mode,
            Map<String, String> params,
            String java,
            List<String> flags,
            int warmupIterations,
            long warmupMillis,
            int iterations,
            long iterationMillis,
            long timeoutSeconds,
            String result,
            String transcript) {
        this(
                benchmark,
                mode,
                params,
                java,
                flags,
                warmupIterations,
                warmupMillis,
                iterations,
                iterationMillis,
                timeoutSeconds,
                result,
                transcript,
                Map.of());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(benchmark);
        out.writeUTF(mode);
        writeMap(params, out);
        out.writeUTF(java);
        writeList(flags, out);
        out.writeInt(warmupIterations);
        out.writeLong(warmupMillis);
        out.writeInt(iterations);
        out.writeLong(iterationMillis);
        out.writeLong(timeoutSeconds);
        out.writeUTF(result);
        out.writeUTF(transcript);
        writeMap(profilers, out);
    }

    static HostOrder read(DataInputStream in) throws IOException {
        return new HostOrder(
                in.readUTF(),
                in.readUTF(),
                readMap(in),
                in.readUTF(),
                readList(in),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                readMap(in));
    }

    static void writeMap(Map<String, String> map, DataOutputStream out) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, String> entry : map.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    static Map<String, String> readMap(DataInputStream in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            map.put(name, in.readUTF());
        }
        return map;
    }

    static void writeList(List<String> list, DataOutputStream out) throws IOException {
        out.writeInt(list.size());
        for (String text : list) {
            out.writeUTF(text);
        }
    }

    static List<String> readList(DataInputStream in) throws IOException {
        List<String> list = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            list.add(in.readUTF());
        }
        return list;
    }
}
