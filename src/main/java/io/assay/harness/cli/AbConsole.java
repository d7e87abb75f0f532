package io.assay.harness.cli;

import io.assay.harness.compare.ab.AbProgress;
import io.assay.harness.result.RowKey;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Progress of an A/B run on standard error: one line that is rewritten on a terminal, a line a block elsewhere. */
final class AbConsole implements AbProgress {
    private static final String ERASE = "\r\u001b[K";
    private static final int NAMED = 3;

    private final PrintWriter err;
    private final boolean terminal;
    private final int width;
    private Duration budget = Duration.ZERO;
    private Duration elapsed = Duration.ZERO;
    private int rows;
    private int open;
    private String last = "";

    AbConsole(PrintWriter err, int width) {
        this(err, ConsoleProgress.isTerminal(), width);
    }

    AbConsole(PrintWriter err, boolean terminal, int width) {
        this.err = err;
        this.terminal = terminal;
        this.width = width;
    }

    @Override
    public void note(String text) {
        err.println((terminal ? ERASE : "") + text);
        err.flush();
    }

    @Override
    public void begin(int howMany, Duration most) {
        rows = howMany;
        open = howMany;
        budget = most;
        note(rows + (rows == 1 ? " row" : " rows") + ", at most " + clock(budget)
                + "; a row ends as soon as its verdict is sure");
    }

    @Override
    public void fork(RowKey row, String arm, int block) {
        draw(row + " block " + block + " " + arm);
    }

    @Override
    public void block(RowKey row, int block, String result, Duration sinceBegin, List<RowKey> stillOpen) {
        elapsed = sinceBegin;
        open = stillOpen.size();
        last = result;
        String line = head() + "  " + row + " block " + block + ": " + result;
        if (!terminal) {
            note(line + (rows > 1 && !stillOpen.isEmpty() ? "  open: " + named(stillOpen) : ""));
        } else if (!stillOpen.contains(row)) {
            note(line);
        } else {
            draw(row + " block " + block);
        }
    }

    private static String named(List<RowKey> keys) {
        return keys.stream().limit(NAMED).map(RowKey::toString).collect(Collectors.joining(", "))
                + (keys.size() > NAMED ? " and " + (keys.size() - NAMED) + " more" : "");
    }

    @Override
    public void end() {
        if (terminal) {
            err.print(ERASE);
            err.flush();
        }
    }

    private String head() {
        return clock(elapsed) + " of " + clock(budget) + "  " + open + "/" + rows + " open";
    }

    private void draw(String what) {
        if (terminal) {
            String line = head() + "  " + what + (last.isEmpty() ? "" : "  last: " + last);
            err.print(ERASE + (line.length() >= width ? line.substring(0, width - 1) : line));
            err.flush();
        }
    }

    private static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
