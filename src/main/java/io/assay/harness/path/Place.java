package io.assay.harness.path;

import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a sampled stack spent its time, in words. From the innermost frame outwards the first that tells a system call decides,
 * whether it is the kernel's entry, libc's function or the JDK's native method: which of them is seen depends on the
 * machine. Without one it is the package of the innermost Java frame.
 */
final class Place {
    /**
     * What the kernel does inside a system call that is a matter of its own. A sender on the loopback does the receiver's half
     * of TCP too, in a soft interrupt, and at its end wakes the reader; who waits is switched away from and back to. Samples cannot
     * fall where interrupts are off, so that much of a wake-up is seen in the function that turns them on again.
     */
    private static final Map<Pattern, String> DETAILS = new LinkedHashMap<>();

    static {
        DETAILS.put(
                Pattern.compile(
                        "sock_def_readable|ep_poll_callback|ep_autoremove_wake_function|try_to_wake_up|ttwu_\\w+"
                                + "|select_task_rq\\w*|_*wake_up\\w*"),
                "wake-up of the reader");
        DETAILS.put(
                Pattern.compile("finish_task_switch.*|_*schedule(_hrtimeout\\w*|_timeout)?"),
                "falling asleep and waking");
        DETAILS.put(
                Pattern.compile("_*do_softirq\\w*|handle_softirqs|net_rx_action|process_backlog"),
                "TCP, the receiver's half");
    }

    private static final String CALL = "system call ";
    private static final String LIBC = "(__libc_|__GI_+|_+)?";
    private static final String ENTRY = "(__x64_sys_|__arm64_sys_|__se_sys_|ksys_|do_)";

    /** In the order in which they are asked for; a frame has to match as a whole. */
    private static final Map<Pattern, String> CALLS = new LinkedHashMap<>();

    static {
        call(CALL + "epoll_wait", "epoll_p?wait2?", "epoll_p?wait2?", "sun\\.nio\\.ch\\.EPoll\\.wait");
        call(CALL + "epoll_ctl", "epoll_ctl", "epoll_ctl", "sun\\.nio\\.ch\\.EPoll\\.ctl");
        call(
                "wake-up (eventfd)",
                "eventfd_write",
                "eventfd_write",
                "sun\\.nio\\.ch\\.(EventFD\\.set0|IOUtil\\.(write1|drain))");
        call(
                "wake-up (futex)",
                "futex(_wait|_wake)?",
                "(futex.*|pthread_cond_\\w+|pthread_cond_\\w+@.*|lll_\\w+)",
                "(jdk\\.internal\\.misc|sun\\.misc)\\.Unsafe\\.(un)?park");
        call(
                CALL + "read",
                "(read|readv|recvfrom|recvmsg|recv)",
                "(read|readv|recv|recvfrom|recvmsg)",
                "sun\\.nio\\.ch\\.(SocketDispatcher|FileDispatcherImpl|UnixFileDispatcherImpl|Net|NioSocketImpl)\\.(read0|readv0|poll)"
                        + "|io\\.netty\\.channel\\.(unix|epoll)\\.\\w+\\.(read|recv)\\w*");
        call(
                CALL + "write",
                "(write|writev|sendto|sendmsg|send)",
                "(write|writev|send|sendto|sendmsg)",
                "sun\\.nio\\.ch\\.(SocketDispatcher|FileDispatcherImpl|UnixFileDispatcherImpl)\\.(write0|writev0)"
                        + "|io\\.netty\\.channel\\.(unix|epoll)\\.\\w+\\.(write|send)\\w*");
    }

    private Place() {}

    private static void call(String place, String kernel, String libc, String jdk) {
        CALLS.put(Pattern.compile(ENTRY + kernel + "|" + LIBC + libc + "(_nocancel)?|" + jdk), place);
    }

    /** Of a stack. */
    static String of(Stack stack) {
        List<Frame> frames = stack.frames();
        String detail = "";
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            if (detail.isEmpty() && frame.kind() == Frame.Kind.KERNEL) detail = first(DETAILS, frame);
            String call = first(CALLS, frame);
            if (!call.isEmpty()) {
                boolean told = detail.isEmpty() || !call.startsWith(CALL);
                return told ? call : detail + " (inside " + call.substring(CALL.length()) + ")";
            }
            // The JVM's glue: what was called through it is compiled into the caller.
            if (frame.kind() == Frame.Kind.JAVA && !frame.name().startsWith("java.lang.invoke.")) {
                return inKernel(frames) ? "kernel, other" : "Java " + packageOf(frame.name());
            }
        }
        return inKernel(frames) ? "kernel, other" : "JVM and libraries";
    }

    private static String first(Map<Pattern, String> patterns, Frame frame) {
        for (Map.Entry<Pattern, String> entry : patterns.entrySet()) {
            if (entry.getKey().matcher(frame.name()).matches()) return entry.getValue();
        }
        return "";
    }

    private static boolean inKernel(List<Frame> frames) {
        return !frames.isEmpty() && frames.get(frames.size() - 1).kind() == Frame.Kind.KERNEL;
    }

    /** {@code a.b} of {@code a.b.C.method}; of a class without a package its own name. */
    private static String packageOf(String method) {
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        int end = type.lastIndexOf('.');
        return end < 0 ? type : type.substring(0, end);
    }
}
