package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.CellsFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs in how two results were measured, told before any verdict. */
class ConditionsTest {
    private static List<String> differences(Side base, Side head) {
        return Conditions.differences(base, head, new Pairing(base, head).pairs());
    }

    private static List<String> differences(JmhFile base, JmhFile head) {
        return differences(base.side("b"), head.side("h"));
    }

    private static JmhFile row(String field, Object value) {
        return new JmhFile(1).time("b.C.m", 1).with(field, value);
    }

    private static Side planned(Side side) {
        CellsFile cells = new CellsFile(Map.of(), List.of(), List.of(), List.of());
        return new Side(side.name(), side.rows(), side.environment(), Optional.of(cells));
    }

    @Test
    void aWarmUpThatBothRunsPlannedByThemselvesIsNoOtherCondition() {
        Side base = row("warmupIterations", 5).side("b");
        Side head = row("warmupIterations", 9).side("h");
        List<String> told = List.of("warmupIterations: 5, 9");
        assertEquals(told, differences(base, head));
        assertEquals(told, differences(planned(base), head));
        assertEquals(told, differences(base, planned(head)));
        assertEquals(List.of(), differences(planned(base), planned(head)));
        assertEquals(
                List.of("measurementTime: 10 s, 1 s"),
                differences(
                        planned(row("measurementTime", "10 s").side("b")),
                        planned(row("measurementTime", "1 s").side("h"))));
    }

    @Test
    void flagsAreToldByWhatEitherSideHasAlone() {
        List<String> base = List.of("-Xmx1g", "-XX:+UseSerialGC");
        assertEquals(
                List.of("FLAGS: the same in another order"),
                differences(row("jvmArgs", base), row("jvmArgs", List.of("-XX:+UseSerialGC", "-Xmx1g"))));
        assertEquals(
                List.of("FLAGS: base -XX:+UseSerialGC, head without"),
                differences(row("jvmArgs", base), row("jvmArgs", List.of("-Xmx1g"))));
        assertEquals(
                List.of("FLAGS: base without, head -Xint"),
                differences(row("jvmArgs", base), row("jvmArgs", List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xint"))));
    }

    @Test
    void longFlagsAreCutBehindTwoHundredCharacters() {
        int rest = "base , head without".length();
        for (int length : new int[] {200, 201, 300}) {
            String flag = "-" + "x".repeat(length - rest - 1);
            String whole = "base " + flag + ", head without";
            assertEquals(
                    List.of("FLAGS: " + (length == 200 ? whole : whole.substring(0, 200) + "...")),
                    differences(row("jvmArgs", List.of(flag)), row("jvmArgs", List.of())));
        }
    }

    @Test
    void severalDifferencesOfAKindAreCountedAndSoAreTheirRows() {
        JmhFile base = new JmhFile(1);
        JmhFile head = new JmhFile(1);
        List<String> jdks = List.of("17.0.1", "21", "22", "22", "23");
        for (int i = 0; i < jdks.size(); i++) {
            base.time("b.C.m" + i, 1);
            head.time("b.C.m" + i, 1).with("jdkVersion", jdks.get(i)).with("measurementTime", "1 s");
        }
        assertEquals(
                List.of("measurementTime: 10 s, 1 s", "JDK: 17.0.1, 21 and 2 more (4 of 5 rows)"),
                differences(base, head));
    }
}
