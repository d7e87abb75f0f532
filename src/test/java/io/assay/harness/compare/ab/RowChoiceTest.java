package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.run.host.HostRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RowChoiceTest {
    private static HostRow row(String benchmark, Map<String, String> params, boolean headline, String notToRun) {
        return new HostRow(benchmark, "avgt", params, 256, 1, List.of(), headline, notToRun);
    }

    private static HostRow row(String benchmark) {
        return row(benchmark, Map.of(), false, "");
    }

    private static AbRequest.Rows wanted(Map<String, String> params, String... patterns) {
        return new AbRequest.Rows(List.of(patterns), false, false, params);
    }

    private static String error(AbRequest.Rows wanted, List<HostRow> base, List<HostRow> head) {
        String message = assertThrows(UserError.class, () -> RowChoice.of(wanted, base, head))
                .getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    @DisplayName("Rows that both have and a pattern names; those that one side lacks are told")
    void common() {
        RowChoice choice = RowChoice.of(
                wanted(Map.of(), "a.X"),
                List.of(row("a.X.one"), row("a.X.gone"), row("a.Y.one")),
                List.of(row("a.X.one"), row("a.X.added"), row("a.Y.one")));
        assertEquals(1, choice.rows().size());
        assertEquals(
                List.of("base X.gone", "head X.added"),
                choice.unmatched().stream().map(u -> u.side() + " " + u.key()).toList());
    }

    @Test
    @DisplayName("A pattern that matches nothing, or on one side only, names the nearest")
    void noMatch() {
        List<HostRow> rows = List.of(row("a.Parser.parse"));
        assertTrue(error(wanted(Map.of(), "Prser"), rows, rows).contains("nearest: a.Parser.parse"));
        String oneSide = error(wanted(Map.of(), "Parser"), rows, List.of(row("a.Router.route")));
        assertTrue(oneSide.contains("in head, only in the other"), oneSide);
        assertTrue(error(wanted(Map.of(), "("), rows, rows).contains("no regular expression"));
        assertTrue(error(wanted(Map.of("n", "1"), "Parser"), rows, rows).contains("-p n"));
        String other = error(
                wanted(Map.of(), "Parser"),
                List.of(row("a.Parser.parse", Map.of("n", "1"), false, "")),
                List.of(row("a.Parser.parse", Map.of("n", "2"), false, "")));
        assertTrue(other.contains("no row in common"), other);
    }

    @Test
    @DisplayName("Peers and rows that do not apply are left out, and counted; naming an implementation brings them in")
    void peers() {
        List<HostRow> rows = List.of(
                row("a.X.one", Map.of("implementation", "ASSAY"), true, ""),
                row("a.X.one", Map.of("implementation", "ASSAY_LAX"), false, ""),
                row("a.X.one", Map.of("implementation", "NETTY"), true, ""),
                row("a.X.one", Map.of("implementation", "JETTY"), true, "has no such thing"),
                row("b.Y.one", Map.of("implementation", "LINKED"), false, ""));
        RowChoice ours = RowChoice.of(wanted(Map.of(), "one"), rows, rows);
        assertEquals(
                List.of("ASSAY", "ASSAY_LAX", "LINKED"),
                ours.rows().keySet().stream()
                        .map(key -> key.params().get(RowKey.IMPLEMENTATION))
                        .toList());
        assertEquals(2, ours.notes().size(), ours.notes().toString());
        RowChoice named = RowChoice.of(wanted(Map.of("implementation", "NETTY"), "X"), rows, rows);
        assertEquals(3, named.rows().size());
        RowChoice headlines = RowChoice.of(wanted(Map.of()), rows, rows);
        assertEquals(2, headlines.rows().size(), "a.X's ASSAY; in package b nothing is marked, so all are headlines");
    }
}
