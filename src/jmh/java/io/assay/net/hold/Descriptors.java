package io.assay.net.hold;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** File descriptors of a process: a connection takes one at each end, and the ends are in two processes. */
final class Descriptors {
    /** Jars, selectors, the listening socket, the load's own connections. */
    private static final int OTHERS = 300;

    private Descriptors() {}

    /** Why so many connections cannot be held; null if they can. */
    static @Nullable String reasonNotToHold(int connections) {
        return reasonNotToHold(connections, most());
    }

    static @Nullable String reasonNotToHold(int connections, long most) {
        if (connections + OTHERS <= most) return null;
        return connections + " connections need " + (connections + OTHERS) + " file descriptors; ulimit -n gives "
                + most;
    }

    private static long most() {
        // The virtual machine raises its own limit as far as it may.
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
