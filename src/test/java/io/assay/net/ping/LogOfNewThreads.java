package io.assay.net.ping;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Hears, until it is closed, what this thread and those that were started meanwhile log, by whatever logger. Servers of earlier tests may still
 * be stopping, and say so: they have threads of their own.
 */
final class LogOfNewThreads extends Handler implements AutoCloseable {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Set<Long> others = Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread != Thread.currentThread())
            .map(Thread::getId)
            .collect(Collectors.toSet());
    private final Logger root = Logger.getLogger("");

    LogOfNewThreads() {
        root.addHandler(this);
    }

    /** Loggers and messages, in their order. */
    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void publish(LogRecord record) {
        // What watches over its server's threads speaks of the machine where that stands still for seconds.
        boolean watching = String.valueOf(record.getLoggerName()).endsWith("BlockedThreadChecker");
        if (!watching && !others.contains(record.getLongThreadID()))
            said.add(record.getLoggerName() + ": " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
