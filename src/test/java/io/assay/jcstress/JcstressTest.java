package io.assay.jcstress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
        Pattern pattern = Pattern.compile(ONLY.isEmpty() ? "^io\\.assay\\." : ONLY + "|^" + PLANTED);
        List<String> names = TestList.tests().stream()
                .filter(name -> pattern.matcher(name).find())
                .sorted()
                .toList();
        assertTrue(names.size() > 1, () -> "nothing matches " + pattern + " in " + TestList.tests());
        Jcstress jcstress = MODE.isEmpty() ? Jcstress.brief(FOLDER) : Jcstress.preset(FOLDER, MODE);
        Map<String, List<String>> wrong = jcstress.run(pattern.pattern());
        // On a busy machine the two threads may not have met in so short a time: they get some more.
        for (int again = 0;
                again < 10 && MODE.isEmpty() && names.stream().anyMatch(name -> isMissed(name, wrong));
                again++) {
            wrong.putAll(Jcstress.brief(FOLDER.resolve("planted")).run("^" + Pattern.quote(PLANTED)));
        }
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> judge(name, wrong.get(name))));
    }

    /** A planted race that was not seen. */
    private static boolean isMissed(String name, Map<String, List<String>> wrong) {
        return name.startsWith(PLANTED) && List.of().equals(wrong.get(name));
    }

    private static void judge(String name, List<String> wrong) {
        int actors = TestList.getInfo(name).threads();
        // jcstress leaves out what has more actors than there are processors.
        assumeTrue(actors <= Runtime.getRuntime().availableProcessors(), "needs " + actors + " processors");
        assertNotNull(wrong, name + " was not run; " + FOLDER.resolve("log.txt") + " ends with what broke before");
        if (name.startsWith(PLANTED)) {
            assertFalse(wrong.isEmpty(), name + ": the planted race was not found");
        } else {
            assertEquals(List.of(), wrong, name);
        }
    }
}
