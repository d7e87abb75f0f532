package io.assay.harness.result.environment;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.spi.SystemInfoProvider;
import oshi.util.PlatformEnum;

/** The one door to OSHI, which knows what CPU, memory and processes are called on each operating system. */
public final class Machine {
    private Machine() {}

    /**
     * On Linux its variant that reads files only: it starts in half the time, and loads no native library, of which
     * newer JDKs would warn on the terminal.
     */
    public static SystemInfoProvider info() {
        return Holder.INFO;
    }

    static Optional<CentralProcessor> processor() {
        return ask(() -> info().getHardware().getProcessor());
    }

    /**
     * An answer, or empty where OSHI cannot give one: an operating system it does not know, a native library that
     * does not load, a tool of the system that is not installed.
     */
    public static <T> Optional<T> ask(Supplier<? extends @Nullable T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (RuntimeException | LinkageError unsupported) {
            return Optional.empty();
        }
    }

    private static final class Holder {
        static final SystemInfoProvider INFO = PlatformEnum.getCurrentPlatform() == PlatformEnum.LINUX
                ? new oshi.nativefree.SystemInfo()
                : new SystemInfo();
    }
}
