package io.assay.queue;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the queues' benchmarks have a meaning, and which are worth their time. */
abstract class QueueCells implements CellRule {
    private final String all;

    /** Where all implementations are run, the others have the chief ones. */
    QueueCells(String all) {
        this.all = all;
    }

    @Override
    public final @Nullable String reasonNotToRun(Map<String, String> params) {
        QueueImplementation implementation = QueueImplementation.valueOf(params.get("implementation"));
        String workload = params.get("workload");
        String reason = reasonNotToRun(implementation, workload);
        if (reason == null && !workload.equals(all) && !implementation.chief()) {
            return "its nearest kin is run here; " + all + " shows all implementations";
        }
        return reason;
    }

    abstract @Nullable String reasonNotToRun(QueueImplementation implementation, String workload);

    private static @Nullable String waits(QueueImplementation implementation, WaitStrategy strategy) {
        boolean parks = strategy == WaitStrategy.PARK || strategy == WaitStrategy.BACKOFF;
        if (implementation.name().startsWith("BOUND_") && parks) {
            return "a bare queue wakes nobody";
        }
        if (implementation == QueueImplementation.JDK_BLOCKING && strategy != WaitStrategy.PARK) {
            return "waits in its own way, which is to park";
        }
        return null;
    }

    /** Of {@link HandoffRoundTripBenchmark}. */
    public static final class RoundTrip extends QueueCells {
        /** For the harness, which makes rules by reflection. */
        public RoundTrip() {
            super(WaitStrategy.SPIN.name());
        }

        @Override
        @Nullable
        String reasonNotToRun(QueueImplementation implementation, String workload) {
            return waits(implementation, WaitStrategy.valueOf(workload));
        }
    }

    /** Of {@link HandoffThroughputBenchmark}. */
    public static final class Throughput extends QueueCells {
        /** For the harness, which makes rules by reflection. */
        public Throughput() {
            super(Burst.STREAM.name());
        }

        @Override
        @Nullable
        String reasonNotToRun(QueueImplementation implementation, String workload) {
            return null;
        }
    }

    /** Of {@link HandoffLatencyBenchmark}. */
    public static final class Latency extends QueueCells {
        /** For the harness, which makes rules by reflection. */
        public Latency() {
            super(Arrivals.SPIN_100K.name());
        }

        @Override
        @Nullable
        String reasonNotToRun(QueueImplementation implementation, String workload) {
            return waits(implementation, Arrivals.valueOf(workload).strategy());
        }
    }
}
