package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command line printed, and its exit status.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record Console(int status, String out, String err) {
    /** Runs a command in this process. */
    static Console of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.execute(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Console(status, out.toString(), err.toString());
    }

    /** Runs a command, written with blanks between its words, that a user got wrong: status 2 and one line. */
    static void refuses(String command, String expected) {
        Console console = of(command.strip().split(" +"));
        assertEquals(Main.UNUSABLE, console.status(), console::err);
        assertTrue(console.err().contains(expected), console::err);
        assertEquals(
                1,
                console.errLines().stream().filter(l -> l.startsWith("assay: ")).count());
        assertTrue(console.err().lines().noneMatch(line -> line.startsWith("\tat ")), console::err);
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
