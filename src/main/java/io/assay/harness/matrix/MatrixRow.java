package io.assay.harness.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of the table: a profile, on a JDK where there are several.
 *
 * @param name as results name it
 * @param profile the profile's name
 * @param jdk the JDK's name; empty where the run had one
 * @param settings level by factor, in the order in which factors are told
 */
public record MatrixRow(String name, String profile, String jdk, Map<String, String> settings) {
    /** Factors, in the order in which they are told. */
    public static final String CONTAINERS = "containers";

    /** See {@link #CONTAINERS}. */
    public static final String COLLECTOR = "collector";

    /** See {@link #CONTAINERS}. */
    public static final String CHECKS = "checks";

    /** See {@link #CONTAINERS}. */
    public static final String JDK = "JDK";

    /** The profile's own heap: rows are compared at the same, but it is no choice whose effect is told. */
    public static final String HEAP = "heap";

    /** Further JVM flags; see {@link #CONTAINERS}. */
    public static final String FLAGS = "flags";

    /** Environment variables; see {@link #CONTAINERS}. */
    public static final String ENVIRONMENT = "environment";

    /** Copies what can change. */
    public MatrixRow {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
