package io.assay.harness.compare;

import io.assay.harness.result.Row;
import io.assay.harness.result.UserError;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows whose code did not change: other people's implementations, the bounds that do less work by design, the
 * harness's own floor, and what the user names. Where they moved on the same JDK with the same flags, the machine did.
 */
final class Controls {
    private static final String OURS = "ASSAY";
    private static final String FLOOR = "io.assay.calibration.EmptyBenchmark.empty";

    private final List<Pattern> named;

    /**
     * @throws UserError if one of the patterns is no row's
     */
    Controls(List<Pattern> named, List<Pairing.Pair> pairs) {
        this.named = List.copyOf(named);
        for (Pattern pattern : named) {
            if (pairs.stream().noneMatch(pair -> names(pattern, pair.base()))) {
                throw new UserError("--control " + pattern + ": no row of both results has such a name; the first is "
                        + ComparedRow.name(pairs.get(0).base().key()));
            }
        }
    }

    boolean contain(Row row) {
        return row.key().benchmark().equals(FLOOR)
                || row.implementation().filter(name -> !name.startsWith(OURS)).isPresent()
                || named.stream().anyMatch(pattern -> names(pattern, row));
    }

    private static boolean names(Pattern pattern, Row row) {
        String name = ComparedRow.name(row.key());
        return name.contains(pattern.pattern()) || pattern.matcher(name).find();
    }
}
