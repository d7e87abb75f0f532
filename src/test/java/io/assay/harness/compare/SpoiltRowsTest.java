package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.CellsFile.CellState;
import io.assay.harness.result.CellsFile.RowWarning;
import io.assay.harness.result.CellsFile.State;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.stats.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that stand in a result and do not stand for what it says, and rows that are missing with a reason. */
class SpoiltRowsTest {
    private static final RowKey GOOD = key("good");
    private static final RowKey BAD = key("bad");

    private static RowKey key(String method) {
        return new RowKey("b.C." + method, "avgt", Map.of());
    }

    private static JmhFile both() {
        return new JmhFile(1).time("b.C.good", 1).time("b.C.bad", 1);
    }

    private static Side side(JmhFile file, List<CellState> cells, List<RowWarning> warnings) {
        return new Side(
                "side",
                file.side("side").rows(),
                Map.of(),
                Optional.of(new CellsFile(Map.of(), cells, List.of(), warnings)));
    }

    private static Side cells(JmhFile file, CellState... cells) {
        return side(file, List.of(cells), List.of());
    }

    private static Side warned(RowWarning... warnings) {
        return side(both(), List.of(), List.of(warnings));
    }

    private static CellState cell(RowKey key, State state, String reason) {
        return new CellState(key, state, Optional.of(reason).filter(text -> !text.isEmpty()), 512, 1, 3);
    }

    private static Comparison compare(Side base, Side head) {
        return Comparer.of(base, head, Options.defaults());
    }

    /** What refuses the bad row; the good one is always compared. */
    private static String refusal(Side base, Side head) {
        List<ComparedRow> rows = compare(base, head).rows();
        assertEquals(Verdict.SAME, rows.get(0).verdict());
        ComparedRow bad = rows.get(1);
        return bad.verdict() == Verdict.UNUSABLE
                ? bad.warnings().get(bad.warnings().size() - 1)
                : "";
    }

    @Test
    void aRowWithAFailedForkIsRefusedOnEitherSide() {
        Side sound = cells(both(), cell(GOOD, State.OK, ""), cell(BAD, State.OK, ""));
        Side failed = cells(both(), cell(GOOD, State.OK, ""), cell(BAD, State.FAILED, "out of memory"));
        assertEquals("", refusal(sound, sound));
        assertEquals("BASE_FAILED: out of memory", refusal(failed, sound));
        assertEquals("HEAD_FAILED: out of memory", refusal(sound, failed));
        assertEquals("HEAD_FAILED: unknown cause", refusal(sound, cells(both(), cell(BAD, State.FAILED, ""))));
    }

    @Test
    void aRowThatAnAnalyserRefusedIsRefusedOnEitherSide() {
        Side sound = warned();
        Side refused = warned(
                new RowWarning(Optional.of(BAD), "SLOW", "warning", "not this one"),
                new RowWarning(Optional.of(BAD), "NO_WORK", "unusable", "it did nothing"));
        assertEquals("BASE_NO_WORK: it did nothing", refusal(refused, sound));
        assertEquals("HEAD_NO_WORK: it did nothing", refusal(sound, refused));
        assertEquals("", refusal(sound, warned(new RowWarning(Optional.of(BAD), "SLOW", "warning", "a little"))));
        assertEquals("", refusal(sound, warned(new RowWarning(Optional.empty(), "RUN", "unusable", "the whole run"))));
    }

    private static String reason(CellState... others) {
        Comparison comparison = compare(both().side("base"), cells(new JmhFile(1).time("b.C.good", 1), others));
        assertEquals(1, comparison.unmatched().size());
        assertEquals(BAD, comparison.unmatched().get(0).key());
        return comparison.unmatched().get(0).reason();
    }

    @Test
    void aMissingRowHasTheReasonThatTheOtherRunGives() {
        assertEquals("failed on the other side: crashed", reason(cell(BAD, State.FAILED, "crashed")));
        assertEquals("n/a on the other side: no reason given", reason(cell(BAD, State.NOT_APPLICABLE, "")));
        assertEquals("", reason(cell(key("other"), State.FAILED, "crashed")), "that is another row");
        assertEquals("", reason(cell(BAD, State.OK, "")), "it was measured, and is not there");
    }

    @Test
    void aHeadWithARowUnderSeveralFlagsIsRefused() {
        Side twice = both().time("b.C.bad", 1).with("jvmArgs", List.of("-Xint")).side("h");
        assertTrue(refusal(both().side("b"), twice).startsWith("DUPLICATE: head has this row 2 times, with different"));
    }

    @Test
    void ofRowsThatStandTwiceTheBytesAreTakenTogetherToo() {
        JmhFile twice = new JmhFile(1)
                .time("b.C.good", 1)
                .metric("gc.alloc.rate.norm", "B/op", 48, 48)
                .time("b.C.good", 1)
                .metric("gc.alloc.rate.norm", "B/op", 48, 48, 48);
        JmhFile once = new JmhFile(1).time("b.C.good", 1).metric("gc.alloc.rate.norm", "B/op", 48, 48);
        ComparedRow bytes = compare(twice.side("b"), once.side("h")).rows().get(1);
        assertEquals(5, bytes.baseForks());
        JmhFile lacking = new JmhFile(1)
                .time("b.C.good", 1)
                .metric("gc.alloc.rate.norm", "B/op", 48, 48)
                .time("b.C.good", 1);
        assertEquals(2, compare(lacking.side("b"), once.side("h")).rows().get(1).baseForks());
    }

    @Test
    void aRowWithAnotherValueOfAParameterIsAnotherRow() {
        Comparison comparison = compare(
                both().time("b.C.n", 1, "n", "1").side("b"),
                both().time("b.C.n", 1, "n", "2", "jdk", "17").side("h"));
        assertEquals(
                List.of("", ""),
                comparison.unmatched().stream().map(Unmatched::reason).toList());
    }

    @Test
    void whereNothingIsInCommonTheFirstReasonThatThereIsIsTold() {
        Side base = new JmhFile(1).time("b.C.gone", 1).time("b.C.m", 1).side("base");
        Side head = new JmhFile(1).row("b.C.m", "thrpt", "ops/s", 1).side("head");
        String message =
                assertThrows(UserError.class, () -> compare(base, head)).getMessage();
        assertTrue(message.contains("no row in common (modes differ: avgt here, thrpt on the other side): "), message);
        Side other = new JmhFile(1).time("b.C.other", 1).side("other");
        String none = assertThrows(UserError.class, () -> compare(base, other)).getMessage();
        assertTrue(none.contains("no row in common: the one has"), none);
    }
}
