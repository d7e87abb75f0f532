package io.assay.harness.profiling.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes away what JMH and the JVM put around a benchmark. What JMH's generated stub calls becomes the root; the stub's
 * own loop and clock stay as one frame, because their time is in the score. Threads that a benchmark started are roots
 * of their own. Threads of the JVM and of JMH are kept apart: they are no part of what the benchmark does.
 */
final class Trim {
    /** The stub's own code. */
    static final Frame LOOP = Frame.label("JMH loop");

    static final String GC = "GC";
    static final String COMPILER = "JIT compiler";
    static final String JVM = "JVM";
    static final String JMH = "JMH";
    static final String UNKNOWN = "stack not readable";

    private static final Pattern THREAD_ID = Pattern.compile("^\\[(.*?) ?tid=\\d+\\]$");
    private static final Pattern COMPILERS = Pattern.compile("^C[12] .*|^JVMCI.*");
    private static final Pattern COLLECTORS = Pattern.compile(
            "^(GC|G1|Z|Shenandoah|ParGC|Gang|Concurrent Mark|X|PGC)[A-Z# ].*|^(ZDriver|ZWorker|ZUnmapper|ZStat).*");
    private static final Pattern SERVICES = Pattern.compile(
            "^(VM |Signal Dispatch|Service Thread|Sweeper|Monitor Deflat|Notification Th|Common-Cleaner|Reference Handl"
                    + "|Finalizer|Attach Listener|DestroyJavaVM|Async-profiler|JFR |Java2D|Cleaner).*|^$");

    private Trim() {}

    /**
     * A stack in its place.
     *
     * @param frames what is left of it, outermost first
     * @param apart why it is no part of the benchmark; empty where it is
     */
    record Trimmed(List<Frame> frames, Optional<String> apart) {}

    /**
     * Trims.
     *
     * @param thread the raw root: a thread's name and number in brackets
     * @param frames the rest
     */
    static Trimmed of(String thread, List<Frame> frames) {
        int stub = -1;
        boolean ofJmh = false;
        for (int i = 0; i < frames.size(); i++) {
            String name = frames.get(i).name();
            boolean generated = name.contains("_jmhTest.");
            // The stub's caller too: it is all that is seen of a stub that was compiled into it.
            stub = generated ? i : stub;
            ofJmh |= generated || name.startsWith("org.openjdk.jmh.");
        }
        if (stub >= 0) {
            return new Trimmed(belowStub(frames.subList(stub + 1, frames.size())), Optional.empty());
        }
        var numbered = THREAD_ID.matcher(thread);
        String name = numbered.matches() ? numbered.group(1) : thread;
        Optional<String> apart = apart(name, ofJmh, frames);
        if (apart.isPresent()) {
            return new Trimmed(frames, apart);
        }
        List<Frame> own = new ArrayList<>();
        own.add(Frame.label("thread " + name.replaceAll("\\d+", "#")));
        own.addAll(frames);
        return new Trimmed(own, Optional.empty());
    }

    private static List<Frame> belowStub(List<Frame> inner) {
        if (inner.isEmpty()) {
            return List.of(LOOP);
        }
        Frame first = inner.get(0);
        boolean benchmark = first.kind() == Frame.Kind.JAVA
                && !first.name().startsWith("org.openjdk.jmh.")
                && !first.name().startsWith("java.");
        if (benchmark) {
            return List.copyOf(inner);
        }
        List<Frame> loop = new ArrayList<>(List.of(LOOP));
        loop.addAll(inner);
        return loop;
    }

    private static Optional<String> apart(String thread, boolean ofJmh, List<Frame> frames) {
        if (COMPILERS.matcher(thread).matches()) {
            return Optional.of(COMPILER);
        }
        if (COLLECTORS.matcher(thread).matches()) {
            return Optional.of(GC);
        }
        if (SERVICES.matcher(thread).matches()) {
            return Optional.of(JVM);
        }
        if (ofJmh) {
            return Optional.of(JMH);
        }
        boolean java = frames.stream().anyMatch(frame -> frame.kind() == Frame.Kind.JAVA);
        if (thread.contains("-jmh-worker-")) {
            return Optional.of(java ? JMH : UNKNOWN);
        }
        return java ? Optional.empty() : Optional.of(JVM);
    }
}
