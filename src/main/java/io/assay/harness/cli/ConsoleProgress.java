package io.assay.harness.cli;

import io.assay.harness.run.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;

/** Progress on standard error: one line that is rewritten on a terminal, a line a fork elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int BAR = 20;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final int width;
    private int done;
    private int total = 1;
    private String what = "";
    private Duration left = Duration.ZERO;
    private String last = "";

    /**
     * Progress of this process.
     *
     * @param width columns of the terminal; a longer line would wrap and could not be rewritten
     */
    ConsoleProgress(PrintWriter err, int width) {
        this(err, isTerminal(), width);
    }

    ConsoleProgress(PrintWriter err, boolean terminal, int width) {
        this.err = err;
        this.terminal = terminal;
        this.width = width;
    }

    /** From JDK 22 on there is a console without a terminal too; it tells by a method that 17 lacks (JDK-8309155). */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method method = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(method.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void begin(int forks, int rows, Duration estimate) {
        total = Math.max(1, forks);
        err.println(rows + " rows, " + forks + " forks, about " + clock(estimate));
    }

    @Override
    public void fork(int forksDone, int forks, String description, Duration timeLeft) {
        done = forksDone;
        total = Math.max(1, forks);
        what = description;
        left = timeLeft;
        draw();
    }

    @Override
    public void iteration(double score, String unit) {
        last = String.format(Locale.ROOT, "%.4g %s", score, unit);
        draw();
    }

    @Override
    public void forkEnded(String result) {
        last = result;
        done = Math.min(total, done + 1);
        if (!terminal) {
            err.println(counter() + "  " + clock(left) + " left  " + what + "  " + result);
        } else if (result.startsWith("FAILED")) {
            err.println(ERASE + what + "  " + result);
        } else {
            draw();
        }
    }

    @Override
    public void note(String text) {
        err.println((terminal ? ERASE : "") + text);
    }

    @Override
    public void end() {
        if (terminal) {
            err.print(ERASE);
            err.flush();
        }
    }

    private void draw() {
        if (!terminal) {
            return;
        }
        int filled = Math.min(BAR, BAR * done / total);
        String line = "[" + "=".repeat(filled) + " ".repeat(BAR - filled) + "] " + counter() + "  " + clock(left)
                + " left  " + last + "  " + what;
        err.print(ERASE + (line.length() >= width ? line.substring(0, width - 1) : line));
        err.flush();
    }

    private String counter() {
        return done + "/" + total;
    }

    private static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
