package io.assay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.assay.harness.run.host.JmhHost;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The import direction of the two halves and of their parts. */
class ArchitectureTest {
    private static final String ROOT = "io.assay.";
    private static final String HARNESS = ROOT + "harness.";

    /** What each family of primitives may import of the others. */
    private static final Map<String, Set<String>> FAMILIES = Map.of(
            "router", Set.of(),
            "http1", Set.of(),
            "hpack", Set.of(),
            "future", Set.of(),
            "queue", Set.of(),
            "json", Set.of(),
            "containers", Set.of(),
            "eventloop", Set.of("queue", "future", "containers"),
            "inject", Set.of("eventloop", "future", "containers"),
            "net", Set.of("http1", "router", "json", "eventloop", "future"));

    /** What each part of the harness may import of the others. */
    private static final Map<String, Set<String>> PARTS = Map.ofEntries(
            Map.entry("stats", Set.of()),
            Map.entry("api", Set.of()),
            Map.entry("result", Set.of()),
            Map.entry("run", Set.of("stats", "result", "api")),
            Map.entry("doctor", Set.of("stats", "result")),
            Map.entry("compare", Set.of("run", "stats", "result", "api")),
            Map.entry("scaling", Set.of("run", "stats", "result")),
            Map.entry("matrix", Set.of("run", "stats", "result")),
            Map.entry("profiling", Set.of("run", "stats", "result")),
            Map.entry("path", Set.of("profiling", "run", "stats", "result", "api")),
            Map.entry("history", Set.of("stats", "result")),
            Map.entry("report", allBut("report", "cli")),
            Map.entry("cli", allBut("cli")));

    private static final String VECTOR_API = "jdk.incubator.vector..";

    /** JDK, the primitives' own libraries, and annotations that leave no trace at run time. */
    private static final String[] PRIMITIVES_LIBRARIES = {
        "java..",
        VECTOR_API,
        "org.agrona..",
        "org.jctools..",
        "it.unimi.dsi.fastutil..",
        "com.dslplatform.json..",
        // The API of the compiler, for processors; it comes with the JDK.
        "javax.annotation.processing..",
        "javax.lang.model..",
        "javax.tools..",
        "org.jspecify.annotations"
    };

    private static JavaClasses main;

    @BeforeAll
    static void readTheClasses() {
        // The rules look at names alone: reading what JMH and the peers are made of would only take time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        main = new ClassFileImporter()
                .importUrl(Checks.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void everyFamilyAndPartHasItsRule() {
        assertTrue(names(ROOT).contains("router") && names(HARNESS).contains("run"), "no classes were read");
        Set<String> families = names(ROOT);
        families.removeAll(FAMILIES.keySet());
        families.remove("harness");
        assertTrue(families.isEmpty(), () -> "families without a rule: " + families);
        Set<String> parts = names(HARNESS);
        parts.removeAll(PARTS.keySet());
        assertTrue(parts.isEmpty(), () -> "parts of the harness without a rule: " + parts);
        assertFalse(main.contain(HARNESS + "Main"), "classes lie in parts");
    }

    @Test
    void theHarnessNeverImportsAPrimitive() {
        noClasses()
                .that()
                .resideInAPackage("io.assay.harness..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.assay..").and(not(resideInAPackage("io.assay.harness.."))))
                .because("a bug in a primitive must not corrupt the figures")
                .check(main);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyImportsItsOwnLibrariesAndTheFamiliesItMay(String family) {
        classes()
                .that()
                .resideInAPackage(ROOT + family + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PRIMITIVES_LIBRARIES)
                        .or(isChecks())
                        .or(resideInAnyPackage(packages(ROOT, family, FAMILIES))))
                .because("primitives never import the harness, JMH or a peer")
                .allowEmptyShould(true)
                .check(main);
    }

    @Test
    void theVectorApiMayBeAbsent() {
        noClasses()
                .that()
                .doNotHaveSimpleName("VectorOctets")
                .should()
                .dependOnClassesThat(resideInAPackage(VECTOR_API))
                .because("its module is there only if the user asks java for it")
                .check(main);
    }

    @Test
    void theSwitchForChecksAndTheAnnotationsImportTheJdkAlone() {
        String[] packages = {"io.assay", HARNESS + "api"};
        classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations").or(resideInAnyPackage(packages)))
                .check(main);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartOfTheHarnessImportsThePartsItMay(String part) {
        classes()
                .that()
                .resideInAPackage(HARNESS + part + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.assay.harness.."))
                        .or(resideInAnyPackage(packages(HARNESS, part, PARTS))))
                .allowEmptyShould(true)
                .check(main);
    }

    @Test
    void theMathsKnowsNoJmhAndDoesNoInput() {
        noClasses()
                .that()
                .resideInAPackage(HARNESS + "stats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openjdk.jmh..", "java.io..", "java.nio..", "java.net..")
                .check(main);
    }

    @Test
    void familiesAndPartsHaveNoCycles() {
        slices().matching("io.assay.(*)..").should().beFreeOfCycles().check(main);
        slices().matching("io.assay.harness.(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    void onlyTheCommandLineHasAMain() {
        methods()
                .that()
                .haveName("main")
                .and()
                .haveRawParameterTypes(String[].class)
                .and()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(HARNESS + "cli")
                .orShould()
                .beDeclaredIn(JmhHost.class)
                .because("and the other end of a pipe, which runs in the JVM of another jar")
                .check(main);
    }

    static Stream<String> families() {
        return FAMILIES.keySet().stream().sorted();
    }

    static Stream<String> parts() {
        return PARTS.keySet().stream().sorted();
    }

    private static Set<String> allBut(String... excluded) {
        return Stream.of(
                        "stats",
                        "api",
                        "result",
                        "run",
                        "doctor",
                        "compare",
                        "scaling",
                        "matrix",
                        "profiling",
                        "path",
                        "history",
                        "report")
                .filter(Predicate.not(Set.of(excluded)::contains))
                .collect(Collectors.toSet());
    }

    private static String[] packages(String prefix, String own, Map<String, Set<String>> allowed) {
        return Stream.concat(Stream.of(own), allowed.get(own).stream())
                .map(name -> prefix + name + "..")
                .toArray(String[]::new);
    }

    /** The packages right below, as they are. */
    private static Set<String> names(String prefix) {
        return main.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DescribedPredicate<JavaClass> isChecks() {
        return describe("the switch for checks", type -> type.isEquivalentTo(Checks.class));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
