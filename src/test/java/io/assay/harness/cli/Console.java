package io.assay.harness.cli;

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

    List<String> errLines() {
        return err.lines().toList();
    }
}
