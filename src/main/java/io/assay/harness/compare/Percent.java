package io.assay.harness.compare;

import io.assay.harness.result.UserError;
import java.util.regex.Pattern;

/** A share as people write it. */
public final class Percent {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,6})?)\\s*(%?)");
    private static final double MOST = 1000;

    private Percent() {}

    /**
     * {@code 5%} or {@code 5} as 0.05.
     *
     * @param where what an error begins with
     * @throws UserError if it is no percentage above 0 and at most 1000; or below 1 without its sign, which may be
     *     meant as a fraction
     */
    public static double of(String where, String text) {
        var parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            throw new UserError(where + " '" + text + "': no percentage; write 5%");
        }
        double percent = Double.parseDouble(parts.group(1));
        if (percent <= 0 || percent > MOST) {
            throw new UserError(where + " '" + text + "': must be above 0% and at most 1000%; write 5%");
        }
        if (percent < 1 && parts.group(2).isEmpty()) {
            throw new UserError(where + " '" + text + "': is it a fraction? Write " + text + "% or "
                    + trimmed(percent * 100) + "%");
        }
        return percent / 100;
    }

    private static String trimmed(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
