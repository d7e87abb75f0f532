package io.assay.harness.compare;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which rows of two results belong together: those of the same name, mode, parameters (in any order) and number of
 * threads. A row that stands several times on one side, as in results that were put together, is one row with the forks
 * of all, if they were measured alike.
 */
final class Pairing {
    /**
     * A row that both sides have.
     *
     * @param refusal why the two cannot be compared; empty if they can
     * @param notes what was done to bring them together
     */
    record Pair(Row base, Row head, Optional<String> refusal, List<String> notes) {}

    private record Identity(RowKey key, int threads) {
        static Identity of(Row row) {
            return new Identity(row.key(), row.threads());
        }
    }

    private final Side baseSide;
    private final Side headSide;
    private final Map<Identity, List<Row>> base;
    private final Map<Identity, List<Row>> head;

    Pairing(Side baseSide, Side headSide) {
        this.baseSide = baseSide;
        this.headSide = headSide;
        this.base = grouped(baseSide.rows());
        this.head = grouped(headSide.rows());
    }

    private static Map<Identity, List<Row>> grouped(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Identity::of, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rows of both sides, in the order of the base. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        base.forEach((identity, before) -> {
            List<Row> after = head.get(identity);
            if (after != null) {
                pairs.add(pair(before, after));
            }
        });
        if (pairs.isEmpty()) {
            throw new UserError(nothingInCommon());
        }
        return pairs;
    }

    private Pair pair(List<Row> before, List<Row> after) {
        List<String> notes = new ArrayList<>();
        Optional<String> refusal = Optional.<String>empty()
                .or(() -> unlike(before, Unmatched.BASE))
                .or(() -> unlike(after, Unmatched.HEAD))
                .or(() -> baseSide.spoilt(before.get(0).key()).map(cause -> "BASE_" + cause))
                .or(() -> headSide.spoilt(after.get(0).key()).map(cause -> "HEAD_" + cause));
        return new Pair(merged(before, Unmatched.BASE, notes), merged(after, Unmatched.HEAD, notes), refusal, notes);
    }

    /** Forks of different JDKs, flags or units make no sample. */
    private static Optional<String> unlike(List<Row> same, String side) {
        boolean alike = same.stream()
                        .map(row ->
                                List.of(row.jdk(), row.jvmArgs(), row.primary().unit()))
                        .distinct()
                        .count()
                == 1;
        return alike
                ? Optional.empty()
                : Optional.of("DUPLICATE: " + side + " has this row " + same.size()
                        + " times, with different JDKs, flags or units; keep one of them");
    }

    private static Row merged(List<Row> same, String side, List<String> notes) {
        Row first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        notes.add("DUPLICATE: " + side + " has this row " + same.size() + " times; their forks are taken together");
        Map<String, Metric> secondary = new LinkedHashMap<>();
        for (String name : first.secondary().keySet()) {
            List<Metric> metrics = same.stream()
                    .flatMap(row -> Optional.ofNullable(row.secondary().get(name)).stream())
                    .toList();
            secondary.put(name, merged(metrics));
        }
        return new Row(
                first.key(),
                first.threads(),
                merged(same.stream().map(Row::primary).toList()),
                secondary,
                first.jdk(),
                first.jvmArgs(),
                first.conditions());
    }

    private static Metric merged(List<Metric> metrics) {
        double mean = metrics.stream().mapToDouble(Metric::score).average().orElse(Double.NaN);
        double[][] raw =
                metrics.stream().map(Metric::raw).flatMap(Arrays::stream).toArray(double[][]::new);
        return new Metric(mean, Double.NaN, metrics.get(0).unit(), raw);
    }

    /** The rows that one side lacks, with what may have become of them. */
    List<Unmatched> unmatched() {
        List<Unmatched> unmatched = new ArrayList<>();
        lacking(base, head, headSide, Unmatched.BASE, unmatched);
        lacking(head, base, baseSide, Unmatched.HEAD, unmatched);
        return unmatched;
    }

    private static void lacking(
            Map<Identity, List<Row>> here,
            Map<Identity, List<Row>> there,
            Side thereSide,
            String side,
            List<Unmatched> unmatched) {
        Set<Identity> mine = new HashSet<>(here.keySet());
        Set<Identity> free = new HashSet<>(there.keySet());
        free.removeAll(mine);
        Map<String, List<Identity>> byName =
                free.stream().collect(Collectors.groupingBy(other -> other.key().benchmark()));
        for (Identity identity : here.keySet()) {
            if (!there.containsKey(identity)) {
                List<Identity> namesakes = byName.getOrDefault(identity.key().benchmark(), List.of());
                unmatched.add(new Unmatched(identity.key(), side, reason(identity, namesakes, thereSide)));
            }
        }
    }

    private static String reason(Identity row, List<Identity> namesakes, Side there) {
        Optional<CellsFile.CellState> absent = there.absent(row.key());
        if (absent.isPresent()) {
            return absent.get().state().text() + " on the other side: "
                    + absent.get().reason().orElse("no reason given");
        }
        String threads =
                others(namesakes, other -> other.key().equals(row.key()), other -> String.valueOf(other.threads()));
        if (!threads.isEmpty()) {
            return "threads differ: " + row.threads() + " here, " + threads + " on the other side";
        }
        RowKey key = row.key();
        String modes = others(
                namesakes,
                other -> other.key().params().equals(key.params()),
                other -> other.key().mode());
        if (!modes.isEmpty()) {
            return "modes differ: " + key.mode() + " here, " + modes + " on the other side";
        }
        return namesakes.stream()
                .map(other -> parameters(key.params(), other.key().params()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static String others(
            List<Identity> namesakes,
            java.util.function.Predicate<Identity> alike,
            Function<Identity, String> difference) {
        return namesakes.stream()
                .filter(alike)
                .map(difference)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Where one side has a parameter more, as a profile or a JDK in a run of several. */
    private static Optional<String> parameters(Map<String, String> here, Map<String, String> there) {
        Set<String> added = new TreeSet<>(there.keySet());
        added.removeAll(here.keySet());
        Set<String> missing = new TreeSet<>(here.keySet());
        missing.removeAll(there.keySet());
        boolean restAlike = here.entrySet().stream()
                .allMatch(e -> missing.contains(e.getKey()) || e.getValue().equals(there.get(e.getKey())));
        if (!restAlike || (added.isEmpty() && missing.isEmpty())) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        missing.forEach(name -> said.add("the other side has no parameter " + name));
        added.forEach(name -> said.add("the other side has a parameter more, " + name + "=" + there.get(name)));
        return Optional.of(String.join("; ", said));
    }

    private String nothingInCommon() {
        Row first = baseSide.rows().get(0);
        Row other = headSide.rows().get(0);
        String why = unmatched().stream()
                .map(Unmatched::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> " (" + reason + ")")
                .orElse("");
        return baseSide.name() + " and " + headSide.name() + " have no row in common" + why + ": the one has "
                + described(first) + ", the other " + described(other) + "; compare results of the same benchmarks";
    }

    private static String described(Row row) {
        return ComparedRow.name(row.key()) + " (" + row.key().mode() + ")";
    }
}
