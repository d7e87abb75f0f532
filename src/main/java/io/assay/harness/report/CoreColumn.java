package io.assay.harness.report;

import io.assay.harness.api.Reported;
import io.assay.harness.result.Row;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The column that says how busy each core of the machine was while a row was measured ({@link Reported#cores}). */
final class CoreColumn {
    static final String HEADER = "cores busy %";

    /** On a machine with more, the busiest of them are told. */
    private static final int MOST = 8;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private CoreColumn() {}

    static boolean in(Row row) {
        return row.secondary().keySet().stream().anyMatch(name -> isCore(name) || name.equals(Reported.CORES_UNTOLD));
    }

    /** By the cores' numbers; of more than {@value #MOST} the busiest, and how many the others are. */
    static String text(Row row) {
        if (!in(row)) return "-";
        if (row.secondary().containsKey(Reported.CORES_UNTOLD)) return "not told by this system";
        List<Double> shares = row.secondary().keySet().stream()
                .filter(CoreColumn::isCore)
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(Reported.CORE.length()))))
                .map(name -> row.secondaryScore(name).orElse(Double.NaN))
                .toList();
        if (shares.size() <= MOST) return joined(shares);
        List<Double> busiest =
                shares.stream().sorted(Comparator.reverseOrder()).limit(MOST).toList();
        return joined(busiest) + " +" + (shares.size() - MOST);
    }

    /** A benchmark may have metrics of its own that start so. */
    private static boolean isCore(String name) {
        return name.startsWith(Reported.CORE)
                && NUMBER.matcher(name.substring(Reported.CORE.length())).matches();
    }

    private static String joined(List<Double> shares) {
        return shares.stream()
                .map(share -> Double.isNaN(share) ? "?" : Long.toString(Math.round(share * 100)))
                .collect(Collectors.joining(" "));
    }
}
