package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OtherJarTest {
    /** As the constants of a class file name classes. */
    private static final Pattern CLASS = Pattern.compile("io/assay/[\\w/$]+");

    @Test
    @DisplayName("Forks of another jar have of this program the classes that are copied, and these need no others")
    void whatIsCopiedIsWhole() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (String file : OtherJar.PROFILERS) {
            try (InputStream bytes = OtherJarTest.class.getClassLoader().getResourceAsStream(file)) {
                String constants =
                        new String(Objects.requireNonNull(bytes, file).readAllBytes(), StandardCharsets.ISO_8859_1);
                CLASS.matcher(constants).results().forEach(name -> needed.add(name.group() + ".class"));
            }
        }
        assertTrue(needed.containsAll(OtherJar.PROFILERS), "each names itself");
        assertEquals(new TreeSet<>(OtherJar.PROFILERS), needed);
    }
}
