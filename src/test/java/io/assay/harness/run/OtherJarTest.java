package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OtherJarTest {
    @Test
    @DisplayName("Forks of another jar have of this program the classes that are copied, and these need no others")
    void whatIsCopiedIsWhole() throws ClassNotFoundException {
        Set<String> copied = OtherJar.PROFILERS.stream()
                .map(file -> file.replace(".class", "").replace('/', '.'))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String name : copied) {
            new ClassFileImporter()
                    .importClass(Class.forName(name)).getDirectDependenciesFromSelf().stream()
                            .map(needed -> needed.getTargetClass()
                                    .getBaseComponentType()
                                    .getName())
                            .filter(needed -> needed.startsWith("io.assay.") && !copied.contains(needed))
                            .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }
}
