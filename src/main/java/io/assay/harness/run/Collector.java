package io.assay.harness.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A garbage collector, with the flags that choose it on each JDK. */
public enum Collector {
    /** One thread, stop the world. */
    SERIAL("-XX:+UseSerialGC"),
    /** All cores, stop the world; throughput first. */
    PARALLEL("-XX:+UseParallelGC"),
    /** Region based; the JDK's default on server machines. */
    G1("-XX:+UseG1GC"),
    /** Concurrent, one generation; gone from JDK 24 on (JEP 490). */
    ZGC("-XX:+UseZGC"),
    /** Concurrent, two generations; JDK 21 and later (JEP 439). */
    ZGC_GENERATIONAL("-XX:+UseZGC"),
    /** Concurrent, one generation. */
    SHENANDOAH("-XX:+UseShenandoahGC"),
    /** Concurrent, two generations; experimental from JDK 24 (JEP 404), a product feature from 25 (JEP 521). */
    SHENANDOAH_GENERATIONAL("-XX:+UseShenandoahGC"),
    /** Allocates and never collects (JEP 318): for bounded runs. */
    EPSILON("-XX:+UseEpsilonGC");

    private final String selector;

    Collector(String selector) {
        this.selector = selector;
    }

    /** The name in a profile file, {@code zgc-generational} for instance. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The JVM's option that is on where this collector, or its like of another number of generations, runs. */
    String option() {
        return selector.substring("-XX:+".length());
    }

    /** Whether a full collection leaves what is reachable alone. */
    boolean collects() {
        return this != EPSILON;
    }

    /** Whether it is told from its like by its two generations. */
    boolean generational() {
        return this == ZGC_GENERATIONAL || this == SHENANDOAH_GENERATIONAL;
    }

    /**
     * Why this collector cannot be had on a JDK by that JDK's own rules; empty where it can be tried.
     *
     * @param feature the JDK's feature version
     */
    public Optional<String> lackingOn(int feature) {
        return switch (this) {
            case ZGC -> feature >= 24 ? Optional.of("ZGC is always generational from JDK 24 on") : Optional.empty();
            case ZGC_GENERATIONAL ->
                feature < 21 ? Optional.of("generational ZGC needs JDK 21 or later") : Optional.empty();
            case SHENANDOAH_GENERATIONAL ->
                feature < 24 ? Optional.of("generational Shenandoah needs JDK 24 or later") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * The JVM flags that choose this collector.
     *
     * @param feature the JDK's feature version
     */
    public List<String> flags(int feature) {
        return switch (this) {
            case EPSILON -> List.of("-XX:+UnlockExperimentalVMOptions", selector);
            case ZGC -> feature == 23 ? List.of(selector, "-XX:-ZGenerational") : List.of(selector);
            case ZGC_GENERATIONAL -> feature < 24 ? List.of(selector, "-XX:+ZGenerational") : List.of(selector);
            case SHENANDOAH_GENERATIONAL ->
                List.of("-XX:+UnlockExperimentalVMOptions", selector, "-XX:ShenandoahGCMode=generational");
            default -> List.of(selector);
        };
    }
}
