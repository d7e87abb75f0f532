package io.assay.net.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections one process can have with itself. */
public final class FileDescriptors {
    /** For the JDK's own files, selectors and listening sockets. */
    private static final int KEPT = 300;

    /** Ports of one address that a client can connect from, with some room. */
    private static final int PORTS = 25_000;

    private FileDescriptors() {}

    /** The most connections whose two ends fit into this process, but no more than are asked for. */
    public static int connections(int wanted) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? connections(wanted, system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount())
                : wanted;
    }

    static int connections(int wanted, long limit, long open) {
        return (int) Math.max(1, Math.min(Math.min(wanted, PORTS), (limit - open - KEPT) / 2));
    }
}
