package io.assay.harness.history.store;

import io.assay.harness.result.UserError;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** What a driver says, as one line that tells what to do, and no password. */
final class Failures {
    private Failures() {}

    static UserError of(StoreUrl url, Exception failure, Optional<? extends Exception> more) {
        String said = url.redact(firstLine(failure));
        UserError error = new UserError("--store " + url + ": " + said + "; " + mend(url, said), failure);
        more.ifPresent(error::addSuppressed);
        return error;
    }

    private static String firstLine(Exception failure) {
        Throwable told = failure;
        // Flyway wraps what the driver says in a report of many lines.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                told = cause;
                break;
            }
        }
        return String.valueOf(told.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(told.getClass().getSimpleName());
    }

    private static String mend(StoreUrl url, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("busy") || lower.contains("locked") || lower.contains("lock timeout")) {
            return "another process holds it; try again, nothing was recorded";
        }
        if (lower.contains("notadb") || lower.contains("not a database")) {
            return "name another file: this one is no store";
        }
        if (lower.contains("corrupt") || lower.contains("malformed")) {
            return "restore it from a copy, or name another file and record the run folders again";
        }
        if (url.postgres()) {
            return "check host, database, user and password; the results are intact and can be recorded later";
        }
        return "check that the file can be written and its disk is not full; the results are intact and can be "
                + "recorded later";
    }
}
