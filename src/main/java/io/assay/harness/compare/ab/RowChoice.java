package io.assay.harness.compare.ab;

import io.assay.harness.compare.Unmatched;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.NamePatterns;
import io.assay.harness.run.host.HostRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rows that both versions have and the user wants.
 *
 * @param rows by key, base's description of each
 * @param unmatched rows that one side lacks
 * @param notes what was left out, for the user
 */
record RowChoice(Map<RowKey, HostRow> rows, List<Unmatched> unmatched, List<String> notes) {
    private static final String OURS = "ASSAY";
    private static final String YARDSTICKS = Catalog.CALIBRATION.substring(0, Catalog.CALIBRATION.lastIndexOf('.'));

    /**
     * Chooses.
     *
     * @throws UserError if nothing is left, or something was named that neither side has
     */
    static RowChoice of(AbRequest.Rows wanted, List<HostRow> base, List<HostRow> head) {
        Map<RowKey, HostRow> baseRows = matching(wanted, base);
        Map<RowKey, HostRow> headRows = matching(wanted, head);
        checkMatches(wanted, baseRows, headRows, base, head);
        checkParams(wanted, baseRows, headRows);
        List<String> notes = new ArrayList<>();
        Map<RowKey, HostRow> rows = new LinkedHashMap<>(baseRows);
        rows.keySet().retainAll(headRows.keySet());
        if (rows.isEmpty()) {
            throw new UserError("the two versions have no row in common: base has "
                    + baseRows.keySet().iterator().next() + ", head has "
                    + headRows.keySet().iterator().next() + "; name benchmarks that both have");
        }
        List<Unmatched> unmatched = new ArrayList<>();
        lacking(baseRows.keySet(), headRows.keySet(), Unmatched.BASE, unmatched);
        lacking(headRows.keySet(), baseRows.keySet(), Unmatched.HEAD, unmatched);
        dropInapplicable(rows, headRows, notes);
        if (wanted.headlines() || wanted.patterns().isEmpty()) {
            dropAllButHeadlines(rows);
        }
        if (!wanted.peers() && !wanted.params().containsKey(RowKey.IMPLEMENTATION)) {
            dropPeers(rows, notes);
        }
        if (rows.isEmpty()) {
            throw new UserError("none of the benchmarks' rows is left to run: " + String.join("; ", notes)
                    + "; drop a -p option or name other benchmarks");
        }
        return new RowChoice(rows, unmatched, notes);
    }

    private static Map<RowKey, HostRow> matching(AbRequest.Rows wanted, List<HostRow> all) {
        Predicate<String> named = wanted.patterns().isEmpty() ? name -> true : NamePatterns.anyOf(wanted.patterns());
        Map<RowKey, HostRow> rows = new LinkedHashMap<>();
        for (HostRow row : all) {
            if (named.test(row.benchmark()) && !row.benchmark().startsWith(YARDSTICKS)) {
                rows.put(new RowKey(row.benchmark(), row.mode(), row.params()), row);
            }
        }
        return rows;
    }

    private static void checkMatches(
            AbRequest.Rows wanted,
            Map<RowKey, HostRow> baseRows,
            Map<RowKey, HostRow> headRows,
            List<HostRow> base,
            List<HostRow> head) {
        if (!baseRows.isEmpty() && !headRows.isEmpty()) {
            return;
        }
        String what = wanted.patterns().isEmpty()
                ? "there is no benchmark"
                : "no benchmark matches '" + String.join("', '", wanted.patterns()) + "'";
        Set<String> names = new TreeSet<>();
        (headRows.isEmpty() ? head : base).forEach(row -> names.add(row.benchmark()));
        String nearest = names.isEmpty() ? "" : "; nearest: " + NamePatterns.nearest(wanted.patterns(), names);
        if (baseRows.isEmpty() && headRows.isEmpty()) {
            throw new UserError(what + nearest);
        }
        throw new UserError(what + " in " + (baseRows.isEmpty() ? "base" : "head")
                + ", only in the other; there is nothing to compare" + nearest);
    }

    private static void checkParams(
            AbRequest.Rows wanted, Map<RowKey, HostRow> baseRows, Map<RowKey, HostRow> headRows) {
        Set<String> known = new TreeSet<>();
        baseRows.keySet().forEach(key -> known.addAll(key.params().keySet()));
        headRows.keySet().forEach(key -> known.addAll(key.params().keySet()));
        for (String param : wanted.params().keySet()) {
            if (!known.contains(param)) {
                throw new UserError("-p " + param + ": none of the benchmarks has a parameter of that name"
                        + (known.isEmpty() ? "" : "; they have " + String.join(", ", known)));
            }
        }
    }

    private static void lacking(Set<RowKey> here, Set<RowKey> there, String side, List<Unmatched> unmatched) {
        for (RowKey key : here) {
            if (!there.contains(key)) {
                unmatched.add(new Unmatched(key, side, ""));
            }
        }
    }

    private static void dropInapplicable(Map<RowKey, HostRow> rows, Map<RowKey, HostRow> headRows, List<String> notes) {
        int before = rows.size();
        rows.keySet().removeIf(key -> {
            HostRow head = headRows.get(key);
            HostRow base = rows.get(key);
            return base == null
                    || head == null
                    || !base.notToRun().isEmpty()
                    || !head.notToRun().isEmpty();
        });
        note(before - rows.size(), "do not apply", notes);
    }

    /** A package in which nothing is marked has only headline rows. */
    private static void dropAllButHeadlines(Map<RowKey, HostRow> rows) {
        Set<String> marked = rows.values().stream()
                .filter(HostRow::headline)
                .map(RowChoice::packageOf)
                .collect(Collectors.toSet());
        rows.values().removeIf(row -> !row.headline() && marked.contains(packageOf(row)));
    }

    private static String packageOf(HostRow row) {
        String type = row.benchmark().substring(0, Math.max(0, row.benchmark().lastIndexOf('.')));
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    /** Where a benchmark measures our implementation beside others, a commit changes ours. */
    private static void dropPeers(Map<RowKey, HostRow> rows, List<String> notes) {
        Set<String> withOurs = new HashSet<>();
        rows.keySet().stream().filter(RowChoice::isOurs).forEach(key -> withOurs.add(key.benchmark()));
        int before = rows.size();
        rows.keySet()
                .removeIf(key -> withOurs.contains(key.benchmark())
                        && key.params().containsKey(RowKey.IMPLEMENTATION)
                        && !isOurs(key));
        note(before - rows.size(), "measure peers, whose code did not change (--peers runs them too)", notes);
    }

    private static boolean isOurs(RowKey key) {
        String implementation = key.params().get(RowKey.IMPLEMENTATION);
        return implementation != null && implementation.startsWith(OURS);
    }

    private static void note(int rows, String why, List<String> notes) {
        if (rows > 0) {
            notes.add(rows + (rows == 1 ? " row left out: " : " rows left out: ") + why);
        }
    }
}
