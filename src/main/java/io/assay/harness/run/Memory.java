package io.assay.harness.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory that forks can have. */
final class Memory {
    private static final long MEBI = 1 << 20;

    private Memory() {}

    /** What this machine has in all, or what its container grants, in mebibytes: no heap can be larger. */
    static int mebibytes() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return (int) Math.min(Integer.MAX_VALUE, bytes / MEBI);
    }
}
