package io.assay.harness.run.host;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A row that a jar can measure. Needs nothing but the JDK: both ends of the pipe read it.
 *
 * @param benchmark class and method
 * @param mode JMH's short label
 * @param params one value each
 * @param heap heap size in mebibytes
 * @param threads threads that call the benchmark at once
 * @param flags the {@code jvmArgs} of its {@code @Fork}
 * @param headline whether an annotation makes it one of the rows that stand for its family
 * @param notToRun why the row does not apply; empty where it does
 * @param operations operations that one invocation counts for
 * @param added the {@code jvmArgsPrepend} and {@code jvmArgsAppend} of its {@code @Fork}, which its JMH adds by itself
 * @param asked what its annotations ask of a run, in one line; empty where they ask nothing
 */
public record HostRow(
        String benchmark,
        String mode,
        Map<String, String> params,
        int heap,
        int threads,
        List<String> flags,
        boolean headline,
        String notToRun,
        int operations,
        List<String> added,
        String asked) {

    /** A row whose annotations ask no more than flags. */
    public HostRow(
            String benchmark,
            String mode,
            Map<String, String> params,
            int heap,
            int threads,
            List<String> flags,
            boolean headline,
            String notToRun) {
        this(benchmark, mode, params, heap, threads, flags, headline, notToRun, 1, List.of(), "");
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(benchmark);
        out.writeUTF(mode);
        HostOrder.writeMap(params, out);
        out.writeInt(heap);
        out.writeInt(threads);
        HostOrder.writeList(flags, out);
        out.writeBoolean(headline);
        out.writeUTF(notToRun);
        out.writeInt(operations);
        HostOrder.writeList(added, out);
        out.writeUTF(asked);
    }

    static HostRow read(DataInputStream in) throws IOException {
        return new HostRow(
                in.readUTF(),
                in.readUTF(),
                HostOrder.readMap(in),
                in.readInt(),
                in.readInt(),
                HostOrder.readList(in),
                in.readBoolean(),
                in.readUTF(),
                in.readInt(),
                HostOrder.readList(in),
                in.readUTF());
    }
}
