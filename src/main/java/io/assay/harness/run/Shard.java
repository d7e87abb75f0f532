package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a suite that several machines share. Immutable.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    /**
     * {@code 2/4} as the second of four.
     *
     * @throws UserError if it is none
     */
    public static Shard of(String option, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new UserError(option + " " + text + ": write I/N, as in 1/4 for the first of four");
        }
        Shard shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        if (shard.index > shard.count) {
            throw new UserError(option + " " + text + ": the last is " + shard.count + "/" + shard.count);
        }
        return shard;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
