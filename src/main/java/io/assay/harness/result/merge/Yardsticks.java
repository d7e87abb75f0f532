package io.assay.harness.result.merge;

import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that every machine measures for itself, the empty method: of each the fastest stays, so that no row of another
 * machine is taken for empty that was not.
 */
final class Yardsticks {
    private static final String PACKAGE = "io.assay.calibration.";

    private final Map<String, String> kept = new HashMap<>();

    private Yardsticks() {}

    static Yardsticks of(List<Part> parts) {
        Yardsticks yardsticks = new Yardsticks();
        Map<String, Double> fastest = new HashMap<>();
        for (Part part : parts) {
            for (Row row : part.rows()) {
                String key = row.key().toString();
                double score = row.primary().score();
                if (isOne(row.key()) && !(fastest.getOrDefault(key, Double.POSITIVE_INFINITY) <= score)) {
                    fastest.put(key, score);
                    yardsticks.kept.put(key, part.name());
                }
            }
        }
        return yardsticks;
    }

    static boolean isOne(RowKey key) {
        return key.benchmark().startsWith(PACKAGE);
    }

    boolean keeps(Part part, Row row) {
        return keeps(part, row.key());
    }

    boolean keeps(Part part, RowKey key) {
        return !isOne(key) || part.name().equals(kept.getOrDefault(key.toString(), part.name()));
    }
}
