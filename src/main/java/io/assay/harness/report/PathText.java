package io.assay.harness.report;

import io.assay.harness.path.PathCosts;
import io.assay.harness.path.PathCosts.Interval;
import io.assay.harness.path.ServerTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A path for the terminal. */
public final class PathText {
    private static final String NONE = "-";

    private PathText() {}

    /** Parts, whole and rest, then where the rest goes. */
    public static String of(PathCosts path) {
        StringBuilder out = new StringBuilder();
        out.append("Path of ").append(path.name()).append("   (ns a request, one under way at a time)\n");
        TextReport.grid(parts(path), out);
        out.append('\n');
        ServerTime time = path.time();
        if (time.samples() == 0) {
            out.append("Where the server's CPU time goes: no samples, so the rest has no names\n");
        } else {
            out.append("Where the server's CPU time goes   (")
                    .append(time.samples())
                    .append(" samples of its threads)\n");
            TextReport.grid(places(path), out);
        }
        new TreeMap<>(time.besides())
                .forEach((whose, samples) -> out.append("  beside the server's: ")
                        .append(whose.replaceAll("[\\[\\]]", ""))
                        .append(' ')
                        .append(samples)
                        .append(" samples\n"));
        time.facts().forEach(fact -> out.append("  ! ").append(fact).append('\n'));
        return out.toString();
    }

    private static Table parts(PathCosts path) {
        List<List<String>> rows = new ArrayList<>();
        for (PathCosts.PartCost part : path.parts()) {
            rows.add(row(part.name(), part.nanos(), percent(part.nanos().value() / path.server())));
        }
        rows.add(row("sum of the parts, each alone", path.sum(), percent(path.sum() / path.server())));
        rows.add(row("the rest, named below", path.rest(), percent(path.rest() / path.server())));
        rows.add(row("server CPU", path.server(), percent(1)));
        rows.add(row("client CPU", path.client(), NONE));
        rows.add(row("neither computes: asleep, at least", path.asleep(), NONE));
        rows.add(row("wall clock", path.wall(), NONE));
        return new Table("", "", List.of("", "ns", "95%", "of server CPU"), rows, List.of());
    }

    private static Table places(PathCosts path) {
        List<List<String>> rows = new ArrayList<>();
        for (ServerTime.Share share : path.time().places()) {
            rows.add(List.of(share.place(), Figures.of(share.share() * path.server()), percent(share.share())));
        }
        return new Table("", "", List.of("", "ns", "share"), rows, List.of());
    }

    private static List<String> row(String name, double nanos, String share) {
        return List.of(name, Figures.of(nanos), NONE, share);
    }

    private static List<String> row(String name, Interval nanos, String share) {
        return List.of(name, Figures.of(nanos.value()), Figures.interval(nanos.low(), nanos.high()), share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
