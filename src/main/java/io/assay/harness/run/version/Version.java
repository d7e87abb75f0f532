package io.assay.harness.run.version;

import java.nio.file.Path;

/**
 * One of the two versions that are compared.
 *
 * @param name as the user wrote it, or {@code working tree}
 * @param jar benchmarks with a JMH
 * @param sha256 of the jar, in hexadecimal
 * @param origin how it came to be, one line: a file, or commit and tree it was built from
 */
public record Version(String name, Path jar, String sha256, String origin) {
    /** Whether both are the same bytes: then every difference that is found is a false alarm. */
    public boolean sameAs(Version other) {
        return sha256.equals(other.sha256);
    }
}
