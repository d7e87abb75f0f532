package io.assay.harness.profiling;

import io.assay.harness.run.version.Version;

/**
 * What is profiled: this program's own benchmarks, or those of another version.
 *
 * @param name as reports say it
 * @param classPath benchmarks and a JMH
 * @param origin how it came to be, one line
 */
public record Subject(String name, String classPath, String origin) {
    /** The benchmarks that this program carries. */
    public static Subject own() {
        String classPath = System.getProperty("java.class.path", "");
        return new Subject("this version", classPath, "the class path of this program");
    }

    /** Those of a jar. */
    public static Subject of(Version version) {
        return new Subject(version.name(), version.jar().toString(), version.origin());
    }
}
