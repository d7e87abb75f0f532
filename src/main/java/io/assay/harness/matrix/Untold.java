package io.assay.harness.matrix;

import java.util.Optional;

/**
 * A question that the rows of a table leave open.
 *
 * @param setting what a choice brings...
 * @param other ...or, where it is present, whether it interacts with this one
 */
public record Untold(Setting setting, Optional<Setting> other) {
    /** What a choice brings. */
    public static Untold what(Setting setting) {
        return new Untold(setting, Optional.empty());
    }

    /** Whether two choices interact. */
    public static Untold whether(Setting one, Setting other) {
        return new Untold(one, Optional.of(other));
    }

    /** By itself. */
    public String sentence() {
        return UntoldText.sentence(this);
    }
}
