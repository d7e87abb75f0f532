package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final String ERASE = "\r\u001b[K";

    private final StringWriter text = new StringWriter();

    private ConsoleProgress progress(boolean terminal, int width) {
        return new ConsoleProgress(new PrintWriter(text), terminal, width);
    }

    private static void oneFork(ConsoleProgress progress) {
        progress.begin(8, 4, Duration.ofSeconds(65));
        progress.fork(2, 8, "Router.match[ASSAY] fork 1", Duration.ofSeconds(3_725));
        progress.iteration(12.345_67, "ns/op");
        progress.forkEnded("12.30 ns/op");
    }

    @Test
    void terminalLineIsRewrittenInPlace() {
        ConsoleProgress progress = progress(true, 100);
        oneFork(progress);
        progress.end();
        String[] drawn = text.toString().split(ERASE.replace("[", "\\["), -1);
        String bar = "[=====               ] 2/8  1:02:05 left  ";
        String ended = "[=======             ] 3/8  1:02:05 left  ";
        assertEquals(
                List.of(
                        "4 rows, 8 forks, about 1:05" + System.lineSeparator(),
                        bar + "  Router.match[ASSAY] fork 1",
                        bar + "12.35 ns/op  Router.match[ASSAY] fork 1",
                        ended + "12.30 ns/op  Router.match[ASSAY] fork 1",
                        ""),
                Arrays.asList(drawn),
                "a line each time, erased at last, with no line feed between");
    }

    @Test
    void failureStaysOnTheTerminal() {
        ConsoleProgress progress = progress(true, 100);
        progress.fork(0, 8, "Router.match[PEER] fork 1", Duration.ZERO);
        progress.forkEnded("FAILED: out of memory");
        assertTrue(
                text.toString()
                        .endsWith(ERASE + "Router.match[PEER] fork 1  FAILED: out of memory" + System.lineSeparator()),
                text.toString());
    }

    @Test
    void plainLinesElsewhere() {
        ConsoleProgress progress = progress(false, 40);
        oneFork(progress);
        progress.note("something");
        progress.end();
        assertEquals(
                List.of(
                        "4 rows, 8 forks, about 1:05",
                        "3/8  1:02:05 left  Router.match[ASSAY] fork 1  12.30 ns/op",
                        "something"),
                text.toString().lines().toList());
        assertFalse(text.toString().contains("\u001b"));
    }

    @Property(tries = 200)
    void neverWiderThanTheTerminal(
            @ForAll @IntRange(min = 10, max = 300) int width,
            @ForAll @IntRange(max = 2_000) int done,
            @ForAll @StringLength(max = 400) @net.jqwik.api.constraints.AlphaChars String what) {
        StringWriter written = new StringWriter();
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(written), true, width);
        progress.fork(done, 1_000, what, Duration.ofSeconds(done));
        progress.iteration(1e-9 * done, "ops/s");
        for (String line : written.toString().split(ERASE.replace("[", "\\["), -1)) {
            assertTrue(line.length() < width, line.length() + " columns of " + width);
        }
    }
}
