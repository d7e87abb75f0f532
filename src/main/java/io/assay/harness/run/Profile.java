package io.assay.harness.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A runtime profile: what a fork runs under. Immutable; made by {@link Profiles}.
 *
 * @param name the file's name without its ending
 * @param description one line for people
 * @param collector the garbage collector
 * @param heap heap size in mebibytes for every workload, or empty to leave each workload its own
 * @param containers {@code jdk}, {@code fastutil} or {@code agrona}; reaches the fork as {@code -Dassay.containers}
 * @param checks whether the primitives check arguments, states and ranges; reaches the fork as {@code -Dassay.checks}
 * @param jvmFlags further JVM flags, in order
 * @param environment environment variables of the fork
 * @param install what the user should type where a library that it preloads is missing
 * @param inMatrix whether it is a row of a matrix of all profiles; one that serves another purpose is not
 * @param origin the file, as the user would name it
 */
public record Profile(
        String name,
        String description,
        Collector collector,
        Optional<Integer> heap,
        String containers,
        boolean checks,
        List<String> jvmFlags,
        Map<String, String> environment,
        Optional<String> install,
        boolean inMatrix,
        String origin) {
    /** Copies what can change. */
    public Profile {
        jvmFlags = List.copyOf(jvmFlags);
        environment = Map.copyOf(environment);
    }

    /** One that has nothing to say on what is missing, and is a row like all others. */
    public Profile(
            String name,
            String description,
            Collector collector,
            Optional<Integer> heap,
            String containers,
            boolean checks,
            List<String> jvmFlags,
            Map<String, String> environment,
            String origin) {
        this(
                name,
                description,
                collector,
                heap,
                containers,
                checks,
                jvmFlags,
                environment,
                Optional.empty(),
                true,
                origin);
    }

    /**
     * The same with another heap, under a name of its own.
     *
     * @param mebibytes heap size of every workload
     */
    public Profile withHeap(String renamed, int mebibytes) {
        return new Profile(
                renamed,
                description,
                collector,
                Optional.of(mebibytes),
                containers,
                checks,
                jvmFlags,
                environment,
                install,
                inMatrix,
                origin);
    }
}
