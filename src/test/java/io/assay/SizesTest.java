package io.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every benchmark that has a size declares it, says how fast its cost may grow, and is in the table of the docs. */
class SizesTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| [^|]+ \\| `(\\w+)` \\| (\\d+) to (\\d+) \\|", Pattern.MULTILINE);

    private static Map<String, Class<?>> declared() throws ClassNotFoundException {
        Map<String, Class<?>> declared = new TreeMap<>();
        for (Benchmark benchmark : Catalog.onClassPath().all()) {
            Class<?> type =
                    Class.forName(benchmark.name().substring(0, benchmark.name().lastIndexOf('.')));
            if (type.isAnnotationPresent(Sizes.class) && !type.getName().contains(".planted.")) {
                declared.put(type.getSimpleName(), type);
            }
        }
        return declared;
    }

    @Test
    void theTableOfTheDocsIsWhatIsDeclared() throws IOException, ClassNotFoundException {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/scaling.md")));
        while (row.find()) {
            documented.put(row.group(1), row.group(2) + " to " + row.group(3));
        }
        Map<String, String> sizes = new TreeMap<>();
        declared().forEach((name, type) -> {
            Sizes range = Objects.requireNonNull(type.getAnnotation(Sizes.class));
            sizes.put(name, range.from() + " to " + range.to());
        });
        assertEquals(sizes, documented);
    }

    @Test
    void whatHasSizesHasAnExpectation() throws ClassNotFoundException {
        declared()
                .forEach((name, type) -> assertTrue(
                        Stream.concat(Stream.of(type), Stream.<Method>of(type.getMethods()))
                                .anyMatch(place -> place.getAnnotationsByType(Complexity.class).length > 0),
                        name));
    }
}
