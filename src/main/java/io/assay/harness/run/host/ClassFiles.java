package io.assay.harness.run.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies classes out of this program, for the class path of a process that must not see the rest of it. */
public final class ClassFiles {
    private ClassFiles() {}

    /**
     * Copies them below the folder.
     *
     * @param names as resources, {@code io/assay/Checks.class}
     * @throws IOException if one is not there, or the folder cannot be written
     */
    public static void copy(List<String> names, Path folder) throws IOException {
        for (String name : names) {
            Path target = folder.resolve(name);
            Files.createDirectories(target.resolveSibling("."));
            try (InputStream bytes = ClassFiles.class.getClassLoader().getResourceAsStream(name)) {
                if (bytes == null) {
                    throw new IOException(name + " is not on the class path");
                }
                Files.copy(bytes, target);
            }
        }
    }

    /** The file of a class. */
    public static String of(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
