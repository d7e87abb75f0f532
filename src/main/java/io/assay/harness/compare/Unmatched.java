package io.assay.harness.compare;

import io.assay.harness.result.RowKey;

/**
 * A row that one side lacks.
 *
 * @param key the row
 * @param side where it is: {@code base} or {@code head}
 * @param reason why nothing stands against it on the other side; empty if it is just not there
 */
public record Unmatched(RowKey key, String side, String reason) {
    /** The older result. */
    public static final String BASE = "base";

    /** The newer result. */
    public static final String HEAD = "head";
}
