package io.assay.net.serve;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Undertow and what it stands on tell their versions, each start and each stop, on standard error. */
public final class UndertowLog {
    /** Kept, or their levels would be forgotten with them. */
    private static final List<Logger> LOGGERS = Stream.of("io.undertow", "org.xnio", "org.jboss.threads")
            .map(Logger::getLogger)
            .toList();

    private UndertowLog() {}

    /** Has them tell warnings and errors alone. */
    public static void quiet() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
