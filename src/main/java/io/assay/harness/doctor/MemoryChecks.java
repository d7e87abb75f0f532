package io.assay.harness.doctor;

import io.assay.harness.result.environment.MemoryFacts;
import io.assay.harness.result.environment.Unknown;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Memory: room for a fork's heap, and nothing moved under it. */
final class MemoryChecks {
    private static final double GIB = 1 << 30;

    private MemoryChecks() {}

    static Finding memory(DoctorFacts facts) {
        OptionalLong available = facts.environment().memory().available();
        OptionalLong limit = facts.environment().memoryLimit();
        if (available.isEmpty()) {
            return Finding.note("memory", Unknown.TEXT, "A fork wants 1 GiB beside this process.");
        }
        double room = (double) LongStream.of(available.getAsLong(), limit.orElse(Long.MAX_VALUE))
                .min()
                .getAsLong();
        String observed = Text.bytes((double) available.getAsLong()) + " available"
                + (limit.isPresent() ? ", cgroup limit " + Text.bytes((double) limit.getAsLong()) : "");
        String advice = "A fork has a fixed heap of up to 512 MiB and as much again for code, stacks and collector:"
                + " end other programs, or raise the container's limit (docker run --memory=2g).";
        return room < GIB
                ? Finding.bad("memory", observed, advice)
                : room < 2 * GIB ? Finding.warn("memory", observed, advice) : Finding.ok("memory", observed);
    }

    static Finding swap(DoctorFacts facts) {
        MemoryFacts memory = facts.environment().memory();
        long used = memory.swapUsed().orElse(0);
        if (used == 0) {
            return Finding.ok("swap", memory.swapUsed().isPresent() ? "none in use" : Unknown.TEXT);
        }
        String observed = Text.bytes((double) used) + " in use";
        String advice = "A page that comes back from disk stops a thread for milliseconds: end what does not fit, then"
                + " sudo swapoff -a (needs as much free memory); undo: sudo swapon -a.";
        boolean much =
                memory.total().isPresent() && used > 0.05 * memory.total().getAsLong();
        return much ? Finding.warn("swap", observed, advice) : Finding.note("swap", observed, advice);
    }

    static Finding hugePages(DoctorFacts facts) {
        String mode = facts.environment().memory().transparentHugePages();
        return mode.equals("always")
                ? Finding.note(
                        "huge pages",
                        "always: the kernel makes and breaks them behind the heap's back",
                        "Time and memory then depend on fragmentation: echo madvise | sudo tee"
                                + " /sys/kernel/mm/transparent_hugepage/enabled; undo: echo always | sudo tee the"
                                + " same file. Forks that want them say -XX:+UseTransparentHugePages.")
                : Finding.ok("huge pages", mode);
    }
}
