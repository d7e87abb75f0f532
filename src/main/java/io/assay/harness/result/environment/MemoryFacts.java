package io.assay.harness.result.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.hardware.GlobalMemory;

/**
 * Memory of the machine; all sizes in bytes. Immutable.
 *
 * @param available what programs could get without swapping
 * @param transparentHugePages {@code always}, {@code madvise}, {@code never} or {@code unknown}
 */
public record MemoryFacts(
        OptionalLong total,
        OptionalLong available,
        OptionalLong swapTotal,
        OptionalLong swapUsed,
        String transparentHugePages) {
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");

    static MemoryFacts capture(HostFiles files) {
        Optional<GlobalMemory> memory =
                Machine.ask(() -> Machine.info().getHardware().getMemory());
        return new MemoryFacts(
                ask(memory, GlobalMemory::getTotal),
                ask(memory, GlobalMemory::getAvailable),
                ask(memory, m -> m.getVirtualMemory().getSwapTotal()),
                ask(memory, m -> m.getVirtualMemory().getSwapUsed()),
                files.line("/sys/kernel/mm/transparent_hugepage/enabled")
                        .flatMap(MemoryFacts::chosen)
                        .orElse(Unknown.TEXT));
    }

    /** The word in brackets of a line such as {@code always [madvise] never}. */
    static Optional<String> chosen(String line) {
        Matcher matcher = CHOSEN.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static OptionalLong ask(Optional<GlobalMemory> memory, ToLongFunction<GlobalMemory> question) {
        return memory.flatMap(m -> Machine.ask(() -> question.applyAsLong(m)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("total", Unknown.or(total));
        map.put("available", Unknown.or(available));
        map.put("swapTotal", Unknown.or(swapTotal));
        map.put("swapUsed", Unknown.or(swapUsed));
        map.put("transparentHugePages", transparentHugePages);
        return map;
    }
}
