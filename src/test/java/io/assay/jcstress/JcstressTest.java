package io.assay.jcstress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * The concurrency laws in {@code src/jcstress}, each class a test. In every build a short form; on demand
 * {@code mvn test -Dtest=JcstressTest -Djcstress.mode=default}, one family or class with {@code -Djcstress.test=queue}.
 */
class JcstressTest {
    private static final Path FOLDER = Path.of("target", "jcstress").toAbsolutePath();
    private static final String MODE = System.getProperty("jcstress.mode", "");
    private static final String ONLY = System.getProperty("jcstress.test", "");
    private static final String PLANTED = "io.assay.planted.";

    @TestFactory
    Stream<DynamicTest> noForbiddenStateIsSeen() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two actors need two processors");
        String pattern = ONLY.isEmpty() ? "^io\\.assay\\." : ONLY + "|^" + PLANTED;
        Jcstress jcstress = MODE.isEmpty() ? Jcstress.brief(FOLDER) : Jcstress.preset(FOLDER, MODE);
        Map<String, List<String>> wrong = jcstress.run(pattern);
        assertTrue(wrong.size() > 1, () -> "nothing matches " + pattern + " in " + TestList.tests());
        if (ONLY.isEmpty()) {
            assertEquals(new TreeSet<>(TestList.tests()), wrong.keySet(), "classes that were run");
        }
        return wrong.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    if (e.getKey().startsWith(PLANTED)) {
                        assertFalse(e.getValue().isEmpty(), "the planted race was not found");
                    } else {
                        assertEquals(List.of(), e.getValue());
                    }
                }));
    }
}
