package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Effects of tables whose truth is known. */
class EffectsTest {
    private static final int TABLES = 300;

    private static double workload(String name) {
        return SimulatedMatrix.COLUMNS.indexOf(name) * 2.0;
    }

    private static boolean is(Map<String, String> settings, String factor, String level) {
        return level.equals(settings.get(factor));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 12})
    void ofNoEffectHardlyAnyTableTellsOne(int forks) {
        int alarms = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Effects.Told told =
                    new SimulatedMatrix(SimulatedMatrix.five(), forks, seed).told((settings, name) -> workload(name));
            alarms += told.effects().stream().anyMatch(Effect::certain) ? 1 : 0;
        }
        // Five in a hundred by design, and three standard deviations of the count.
        int most = (int) (0.05 * TABLES + 3 * Math.sqrt(0.05 * 0.95 * TABLES));
        assertTrue(alarms <= most, alarms + " of " + TABLES + " tables without an effect told one");
    }

    @Test
    void averagesComeOutAsTheyAre() {
        int held = 0;
        int found = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Effects.Told told = new SimulatedMatrix(SimulatedMatrix.five(), 5, seed)
                    .told((settings, name) -> workload(name)
                            + (is(settings, MatrixRow.COLLECTOR, "parallel") ? Math.log(0.9) : 0)
                            + (is(settings, MatrixRow.CONTAINERS, "fastutil") ? Math.log(1.04) : 0));
            Effect collector = average(told, MatrixRow.COLLECTOR);
            Effect containers = average(told, MatrixRow.CONTAINERS);
            Effect checks = average(told, MatrixRow.CHECKS);
            assertEquals("parallel", collector.setting().level());
            assertEquals("g1", collector.base());
            assertEquals("on", checks.setting().level());
            held += covers(collector, 0.9) && covers(containers, 1.04) && covers(checks, 1) ? 1 : 0;
            found += collector.certain() && containers.certain() ? 1 : 0;
        }
        assertTrue(
                held >= 0.95 * TABLES - 3 * Math.sqrt(0.05 * 0.95 * TABLES),
                held + " of " + TABLES + " tables hold the three truths");
        assertTrue(found >= 0.8 * TABLES, found + " of " + TABLES + " tables tell both effects");
    }

    @Test
    void anEffectInOneWorkloadIsToldOfThatWorkload() {
        Effects.Told told = new SimulatedMatrix(SimulatedMatrix.five(), 5, 1)
                .told((settings, name) -> workload(name)
                        + (is(settings, MatrixRow.COLLECTOR, "parallel") && name.equals("events")
                                ? Math.log(1.12)
                                : 0));
        Effect events = told.effects().stream()
                .filter(e -> e.kind() == Effect.Kind.WORKLOAD_INTERACTION)
                .filter(e -> e.where().equals("events") && e.setting().factor().equals(MatrixRow.COLLECTOR))
                .findFirst()
                .orElseThrow();
        assertTrue(events.certain());
        assertTrue(covers(events, 1.12), events::toString);
        String sentence = EffectText.sentences(told.effects()).stream()
                .filter(text -> text.startsWith("collector parallel"))
                .findFirst()
                .orElseThrow();
        assertTrue(sentence.matches(".* costs 1[0-9]\\.[0-9]% \\[\\+[^\\]]*\\] in events,.*"), sentence);
        assertTrue(sentence.contains("nothing that can be told in coroutines ["), sentence);
    }

    @Test
    void choicesThatInteractAreTold() {
        Effects.Told told = new SimulatedMatrix(SimulatedMatrix.five(), 5, 2)
                .told((settings, name) -> workload(name)
                        + (is(settings, MatrixRow.COLLECTOR, "parallel")
                                        && is(settings, MatrixRow.CONTAINERS, "fastutil")
                                ? Math.log(0.9)
                                : 0));
        Effect crossed = told.effects().stream()
                .filter(e -> e.kind() == Effect.Kind.SETTING_INTERACTION)
                .findFirst()
                .orElseThrow();
        assertTrue(crossed.certain());
        assertTrue(covers(crossed, 0.9), crossed::toString);
        assertTrue(EffectText.sentences(told.effects()).stream().anyMatch(text -> text.contains(" interact: ")));
    }

    @Test
    void whatNoRowsCrossIsSaidToBeOpen() {
        Effects.Told told = new SimulatedMatrix(SimulatedMatrix.five(), 5, 3).told((settings, name) -> workload(name));
        assertEquals(
                List.of(
                        "whether containers fastutil and checks on interact: no rows cross them",
                        "whether collector parallel and checks on interact: no rows cross them"),
                told.untold().stream().map(Untold::sentence).toList());
        String checks = EffectText.sentences(told.effects()).stream()
                .filter(text -> text.startsWith("checks on instead of off"))
                .findFirst()
                .orElseThrow();
        assertTrue(checks.contains("within noise"), checks);
    }

    @Test
    void anEffectIsComparedOnlyWhereNothingElseDiffers() {
        // Two rows that differ in two things tell nothing of either.
        Effects.Told told = new SimulatedMatrix(
                        List.of(
                                SimulatedMatrix.row("jdk", "g1", "on"),
                                SimulatedMatrix.row("fastutil", "parallel", "on")),
                        5,
                        4)
                .told((settings, name) -> workload(name));
        assertEquals(List.of(), told.effects());
        assertTrue(
                told.untold().get(0).sentence().startsWith("what containers fastutil brings: no rows tell it apart"));
        assertEquals(3, told.untold().size(), told.untold()::toString);
    }

    @Test
    void aFractionFallsBackOnTheModelAndSaysSo() {
        List<MatrixRow> rows = List.of(
                SimulatedMatrix.row("jdk", "g1", "on"),
                SimulatedMatrix.row("jdk", "parallel", "on"),
                SimulatedMatrix.row("fastutil", "g1", "on"));
        // Parallel was never measured in the workload of another row that is like it but for the collector.
        Effects.Told told = new SimulatedMatrix(rows, 8, 5)
                .measuredOnly((row, column) -> switch (column) {
                    case 0 -> row != 1;
                    case 1 -> row != 0;
                    default -> false;
                })
                .told((settings, name) -> workload(name)
                        + (is(settings, MatrixRow.COLLECTOR, "parallel") ? Math.log(0.8) : 0)
                        + (is(settings, MatrixRow.CONTAINERS, "fastutil") ? Math.log(1.1) : 0));
        Effect collector = average(told, MatrixRow.COLLECTOR);
        assertEquals(Effect.Method.MODEL, collector.method());
        assertTrue(covers(collector, 0.8), collector::toString);
        assertEquals(Effect.Method.PAIRS, average(told, MatrixRow.CONTAINERS).method());
        assertTrue(EffectText.sentences(told.effects()).stream().anyMatch(text -> text.contains("by a model")));
    }

    @Test
    void rowsOfDifferentHeapsAreNoPair() {
        MatrixRow small = SimulatedMatrix.row("jdk", "g1", "on");
        Map<String, String> settings = new java.util.LinkedHashMap<>(
                SimulatedMatrix.row("jdk", "parallel", "on").settings());
        settings.put(MatrixRow.HEAP, "64");
        Map<String, String> other = new java.util.LinkedHashMap<>(small.settings());
        other.put(MatrixRow.HEAP, "96");
        Effects.Told told = new SimulatedMatrix(
                        List.of(new MatrixRow("a", "a", "", other), new MatrixRow("b", "b", "", settings)), 5, 6)
                .told((s, name) -> workload(name));
        assertEquals(List.of(), told.effects(), "nor does a model take the heap's part for the collector's");
        assertTrue(
                told.untold().get(0).sentence().startsWith("what collector parallel brings: "),
                told.untold()::toString);
    }

    private static Effect average(Effects.Told told, String factor) {
        return told.effects().stream()
                .filter(e ->
                        e.kind() == Effect.Kind.AVERAGE && e.setting().factor().equals(factor))
                .findFirst()
                .orElseThrow();
    }

    private static boolean covers(Effect effect, double truth) {
        return effect.low() <= truth && truth <= effect.high();
    }
}
