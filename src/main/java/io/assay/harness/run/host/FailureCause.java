package io.assay.harness.run.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a fork failed, in one line, from what JMH threw and what the dying fork printed. Needs nothing but the JDK. */
public final class FailureCause {
    private static final String HEAP_EXHAUSTED = "java.lang.OutOfMemoryError";

    /** The second line of the banner that a dying HotSpot prints. */
    private static final Pattern CRASH =
            Pattern.compile("(?m)^# A fatal error has been detected.*\\R#\\s*\\R#\\s+(.*?)(?:, pid=.*)?$");

    private static final Pattern EXIT = Pattern.compile("Forked VM failed with exit code (\\d+)");

    private static final Pattern THROWN =
            Pattern.compile("(?m)^(?:Caused by: )?((?:[a-z_][\\w]*\\.)+[A-Z][\\w$]*(?:Exception|Error)\\b.*)$");

    /** How the shell and Java's Process tell the number of a signal that ended a process. */
    private static final int SIGNALLED = 128;

    private static final int LONGEST = 300;

    private FailureCause() {}

    /**
     * The cause.
     *
     * @param thrown what JMH's runner threw
     * @param heard what it printed meanwhile, the fork's output included
     */
    public static String of(Throwable thrown, String heard) {
        Throwable root = root(thrown);
        if (root.getSuppressed().length > 0) {
            root = root(root.getSuppressed()[0]);
        }
        if (heard.contains("Terminating due to " + HEAP_EXHAUSTED)
                || String.valueOf(root).contains(HEAP_EXHAUSTED)) {
            return "out of memory: the fork's heap was exhausted";
        }
        Matcher crash = CRASH.matcher(heard);
        if (crash.find()) {
            return "the fork's JVM crashed: " + crash.group(1).strip();
        }
        String story = root == thrown ? String.valueOf(thrown.getMessage()) : String.valueOf(root);
        Matcher exit = EXIT.matcher(story);
        return thrownBy(heard, exit.find() ? exitStatus(Integer.parseInt(exit.group(1))) : story);
    }

    /** The exception the benchmark threw, as the fork printed it; else the fallback. */
    public static String thrownBy(String heard, String fallback) {
        Matcher thrown = THROWN.matcher(heard);
        String found = fallback;
        while (thrown.find()) {
            String line = thrown.group(1).strip();
            if (!line.startsWith("org.openjdk.jmh.")) {
                found = line;
            }
        }
        String line = found.lines().findFirst().orElse(fallback);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String exitStatus(int status) {
        return "the fork ended with exit status " + status
                + (status > SIGNALLED ? " (signal " + (status - SIGNALLED) + ")" : "");
    }
}
