package io.assay.harness.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@code -o} names. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Makes it where there is none.
     *
     * @throws UserError if it cannot be made
     */
    public static void make(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UserError(
                    "-o " + path + ": the folder cannot be made ("
                            + e.getClass().getSimpleName() + "); name one that can be written",
                    e);
        }
    }
}
