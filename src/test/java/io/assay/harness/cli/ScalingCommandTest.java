package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.jr.ob.JSON;

class ScalingCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String csv(String name, DoubleUnaryOperator cost) {
        return IntStream.rangeClosed(4, 12)
                .mapToObj(i -> name + "," + (1 << i) + "," + cost.applyAsDouble(1 << i) + ","
                        + 1.01 * cost.applyAsDouble(1 << i))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static JmhFile jmh(String param, DoubleUnaryOperator cost) {
        JmhFile file = new JmhFile(1);
        for (int i = 4; i < 13; i++) {
            file.row(
                    "a.b.SetBenchmark.contains",
                    "avgt",
                    "ns/op",
                    cost.applyAsDouble(1 << i),
                    param,
                    "" + (1 << i),
                    "kind",
                    "X");
        }
        return file;
    }

    private static List<?> series(Console console) throws IOException {
        return (List<?>) JSON.std.mapFrom(console.out()).get("series");
    }

    private static Map<?, ?> first(Console console) throws IOException {
        return (Map<?, ?>) series(console).get(0);
    }

    private static void refused(Console console, String... parts) {
        assertEquals(2, console.status(), console::toString);
        assertEquals(1, console.errLines().size(), console::err);
        assertEquals("", console.out());
        for (String part : parts) {
            assertTrue(console.err().contains(part), console::err);
        }
    }

    @Test
    void namesTheClassesOfACsv() throws IOException {
        Path csv = file(
                "c.csv",
                "name,n,ns\n" + csv("\"list, sorted\"", n -> 40 + n * n) + "# a comment\n\n" + csv("map", n -> 12));
        Console text = Console.of("scaling", csv.toString());
        assertEquals(0, text.status(), text::err);
        assertTrue(text.out().contains("list, sorted") && text.out().contains("O(n^2)"), text::out);
        Console json = Console.of("scaling", csv.toString(), "--format", "json");
        assertEquals(
                List.of("O(n^2)", "O(1)"),
                series(json).stream().map(s -> ((Map<?, ?>) s).get("class")).toList());
        Map<?, ?> first = first(json);
        assertAll(
                () -> assertEquals("list, sorted", first.get("name")),
                () -> assertEquals("score", first.get("metric")),
                () -> assertEquals(9, first.get("points")),
                () -> assertEquals(6, ((List<?>) first.get("candidates")).size()),
                () -> assertTrue(((Number) first.get("low")).doubleValue() < 2.01),
                () -> assertTrue(((Number) first.get("high")).doubleValue() > 1.9),
                () -> assertEquals(List.of(), first.get("warnings")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "size", "elements", "whatever"})
    void findsTheSizeOfAnyJmhResult(String param) throws IOException {
        Path result = jmh(param, n -> 30 + 2 * n).write(folder.resolve("r.json"));
        Console json = Console.of("scaling", result.toString(), "--format", "json");
        assertEquals(0, json.status(), json::err);
        assertEquals(param, first(json).get("param"));
        assertEquals("O(n)", first(json).get("class"));
        assertEquals("a.b.SetBenchmark.contains[kind=X]", first(json).get("name"));
    }

    @Test
    void aUsualNameComesBeforeAnotherNumber() throws IOException {
        JmhFile file = new JmhFile(2);
        for (int n = 16; n <= 1024; n *= 2) {
            for (int seed = 1; seed < 20; seed++) {
                file.row("B.m", "avgt", "ns/op", n, "seed", "" + seed, "n", "" + n);
            }
        }
        Path result = file.write(folder.resolve("r.json"));
        Console json = Console.of("scaling", result.toString(), "--format", "json");
        assertEquals(19, series(json).size());
        assertEquals("n", first(json).get("param"));
        Console named = Console.of("scaling", result.toString(), "--format", "json", "--param", "seed");
        assertEquals("O(1)", first(named).get("class"));
    }

    @Test
    void throughputIsTurnedIntoCost() throws IOException {
        JmhFile file = new JmhFile(3);
        for (int n = 16; n <= 4096; n *= 2) {
            file.row("B.m", "thrpt", "ops/s", 1e9 / n, "n", "" + n);
        }
        Console json =
                Console.of("scaling", file.write(folder.resolve("r.json")).toString(), "--format", "json");
        assertEquals("O(n)", first(json).get("class"));
        assertEquals("ns/op", first(json).get("unit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lin,16,1\\nlin,32|has 2 fields",
                "lin,16,1\\nlin,x,2|:2: n is 'x'",
                "lin,16,1\\nlin,0,2|:2: n is '0'",
                "lin,16,1\\nlin,-4,2|:2: n is '-4'",
                "lin,16,1\\nlin,32,NaN|:2: value 'NaN'",
                "lin,16,1\\nlin,32,0|:2: value '0'",
                "lin,16,1\\nlin,32,1,|:2: value ''",
                "lin,16,1\\n,32,1|:2: the name is missing",
                "lin,16,1\\nlin,32,1e999|:2: value '1e999'",
                "lin,1O,5\\nlin,16,1|:1: n is '1O'",
                "lin,16,1\\nlin,1e16,2|:2: n is '1e16'",
                "lin,16,1\\nlin,32,1e-300|:2: value '1e-300'",
                "\"lin,16,1|has 1 field;",
                "hello|has 1 field;",
                "name,n,value|holds no curve",
                "a,16,1\\na,32,2\\na,64,3|no series has more than 3 usable sizes"
            })
    void aMalformedCsvIsRefusedWithItsLine(String text, String said) throws IOException {
        refused(Console.of("scaling", file("bad.csv", text.replace("\\n", "\n")).toString()), "bad.csv", said);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused(Console.of("scaling", file("e.csv", "").toString()), "holds no curve");
        refused(Console.of("scaling", file("e.json", "").toString()), "is empty");
    }

    @Test
    void whatIsNotThereIsRefused() {
        refused(Console.of("scaling", folder.resolve("no.json").toString()), "no such file");
        refused(Console.of("scaling", folder.toString()), "holds no jmh-result.json");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path binary = Files.write(folder.resolve("x.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        refused(Console.of("scaling", binary.toString()), "not UTF-8");
    }

    @Test
    void aResultWithoutASizeIsRefused() throws IOException {
        Path result = new JmhFile(1)
                .row("B.m", "avgt", "ns/op", 5, "kind", "X")
                .row("B.m", "avgt", "ns/op", 5, "kind", "Y")
                .write(folder.resolve("r.json"));
        refused(Console.of("scaling", result.toString()), "no parameter looks like a size", "--param");
        refused(Console.of("scaling", result.toString(), "--param", "kind"), "is 'X'");
        refused(Console.of("scaling", result.toString(), "--param", "m"), "they have kind");
    }

    @Test
    void aParamIsOfNoUseToCsv() throws IOException {
        refused(
                Console.of("scaling", file("c.csv", csv("a", n -> n)).toString(), "--param", "n"),
                "--param n",
                "drop it");
    }

    @Test
    void aRowWithoutAFigureIsLeftOutAndNamed() throws IOException {
        Path result = jmh("n", n -> n)
                .row("a.b.SetBenchmark.contains", "avgt", "ns/op", 5, "n", "9", "kind", "X")
                .raw("NaN", List.of(List.of("NaN")))
                .write(folder.resolve("nan.json"));
        Console console = Console.of("scaling", result.toString(), "--format", "json");
        assertEquals(0, console.status(), console::err);
        assertEquals("O(n)", first(console).get("class"));
        assertTrue(first(console).get("warnings").toString().contains("n = 9"), console::out);
    }

    @Test
    void aRowWhoseValueIsNoSizeIsLeftOutAndNamed() throws IOException {
        Path result = jmh("n", n -> n)
                .row("a.b.SetBenchmark.contains", "avgt", "ns/op", 5, "n", "0", "kind", "X")
                .write(folder.resolve("zero.json"));
        for (String[] args : new String[][] {{}, {"--param", "n"}}) {
            String[] all = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("scaling", result.toString(), "--format", "json"),
                            java.util.Arrays.stream(args))
                    .toArray(String[]::new);
            Console console = Console.of(all);
            assertEquals(0, console.status(), console::err);
            assertEquals("O(n)", first(console).get("class"));
            assertEquals(9, first(console).get("points"));
            assertTrue(first(console).get("warnings").toString().contains("without n = 0"), console::out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "profile", "implementation", "workload"})
    void whatTellsRowsApartIsNoSizeUnlessNamed(String param) throws IOException {
        Path result = jmh(param, n -> n).write(folder.resolve("r.json"));
        refused(Console.of("scaling", result.toString()), "no parameter looks like a size");
        Console named = Console.of("scaling", result.toString(), "--format", "json", "--param", param);
        assertEquals("O(n)", first(named).get("class"));
    }

    @Test
    void aBenchmarkInTwoModesIsTwoSeries() throws IOException {
        Path base = twoModes(n -> n).write(folder.resolve("base.json"));
        Path head = twoModes(n -> n * n / 64).write(folder.resolve("head.json"));
        Console json = Console.of("scaling", head.toString(), "--format", "json");
        assertEquals(
                List.of("B.m (avgt) O(n)", "B.m (thrpt) O(n^2)"),
                series(json).stream()
                        .map(s -> ((Map<?, ?>) s).get("name") + " " + ((Map<?, ?>) s).get("class"))
                        .toList());
        Console compared = Console.of("compare", base.toString(), head.toString());
        List<String> changed = compared.out()
                .lines()
                .filter(line -> line.contains(" changed: "))
                .toList();
        assertEquals(1, changed.size(), compared::out);
        assertTrue(changed.get(0).startsWith("class changed: B.m (thrpt), score: O(n)"), compared::out);
    }

    /** Linear times, and rates of another law. */
    private static JmhFile twoModes(DoubleUnaryOperator rated) {
        JmhFile file = new JmhFile(5);
        for (int n = 16; n <= 4096; n *= 2) {
            file.row("B.m", "avgt", "ns/op", n, "n", "" + n);
            file.row("B.m", "thrpt", "ops/s", 1e9 / rated.applyAsDouble(n), "n", "" + n);
        }
        return file;
    }

    private Path sized(String name, int... sizes) throws IOException {
        JmhFile file = new JmhFile(5);
        for (int n : sizes) {
            file.row("B.m", "avgt", "ns/op", 300 + n, "n", "" + n);
        }
        return file.write(folder.resolve(name));
    }

    @Test
    void exponentsAreComparedOverTheSizesThatBothHave() throws IOException {
        String wide =
                sized("wide.json", 16, 32, 64, 128, 256, 512, 1024, 2048, 4096).toString();
        String narrow = sized("narrow.json", 16, 32, 64, 128, 256, 512).toString();
        Console same = Console.of("compare", wide, narrow);
        assertTrue(!same.out().contains("changed: ") && !same.out().contains("exponents"), same::out);
        String other = sized("other.json", 16, 64, 256, 700, 3000).toString();
        Console apart = Console.of("compare", wide, other);
        assertTrue(apart.out().contains("exponents not compared: B.m, score"), apart::out);
        assertTrue(apart.out().replaceAll("\\s+", " ").contains("the sizes differ: 3 in both"), apart::out);
        Console json = Console.of("compare", wide, other, "--format", "json");
        Map<?, ?> change = (Map<?, ?>) ((List<?>) JSON.std.mapFrom(json.out()).get("scaling")).get(0);
        assertEquals("sizes", change.get("changed"));
    }

    @Test
    void aRunCannotPlaceSizesThatNobodyDeclared() {
        refused(
                Console.of(
                        "run",
                        "RouterBenchmark",
                        "--scaling",
                        "-o",
                        folder.resolve("run").toString()),
                "@Sizes");
    }

    @Test
    void compareTellsThatAClassChanged() throws IOException {
        Path base = jmh("n", n -> 30 + 2 * n).write(folder.resolve("base.json"));
        Path head = jmh("n", n -> 30 + n * n / 8).write(folder.resolve("head.json"));
        Console text = Console.of("compare", base.toString(), head.toString());
        assertTrue(
                text.out().contains("class changed: SetBenchmark.contains[kind=X], score: O(n)")
                        && text.out().contains("O(n^2)"),
                text::out);
        Console json = Console.of("compare", base.toString(), head.toString(), "--format", "json");
        Map<?, ?> change = (Map<?, ?>) ((List<?>) JSON.std.mapFrom(json.out()).get("scaling")).get(0);
        assertEquals("O(n^2)", ((Map<?, ?>) change.get("head")).get("class"));
        Console markdown = Console.of("compare", base.toString(), head.toString(), "--format", "markdown");
        assertTrue(markdown.out().contains("- class changed: "), markdown::out);
        Console same = Console.of("compare", base.toString(), base.toString());
        assertTrue(!same.out().contains("changed: "), same::out);
    }
}
