package io.assay.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A profile for the forks of tests. They live for a second, in which G1's threads and the last compiler tier take more
 * than they give, and blur what is measured.
 */
public final class QuickProfile {
    static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

    private QuickProfile() {}

    /** A file for {@code --profile}. */
    public static Path file(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("quick.properties"), "extends = default\ngc = serial\njvm = " + FIRST_TIER + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile itself. */
    public static Profile in(Path folder) {
        return new Profiles(Path.of("")).load(file(folder).toString());
    }
}
