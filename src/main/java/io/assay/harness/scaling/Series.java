package io.assay.harness.scaling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One metric of one benchmark over n, all other parameters fixed.
 *
 * @param name benchmark with its other parameters, and its mode where it was run in several; what the file says for CSV
 * @param benchmark class and method; the name for CSV
 * @param mode JMH's mode; empty for CSV
 * @param params the other parameters
 * @param param the parameter that n is
 * @param metric {@link #SCORE}, or the name of a secondary metric
 * @param unit of the costs: nanoseconds an operation for times and rates
 * @param curve the costs; empty where no size has a usable one
 * @param warnings what was left out, and why
 */
public record Series(
        String name,
        String benchmark,
        String mode,
        Map<String, String> params,
        String param,
        String metric,
        String unit,
        Optional<Curve> curve,
        List<String> warnings) {
    /** The metric that JMH's mode measures. */
    public static final String SCORE = "score";

    /** Copies what can change. */
    public Series {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        warnings = List.copyOf(warnings);
    }

    /** The same under a longer name. */
    Series named(String longer) {
        return new Series(longer, benchmark, mode, params, param, metric, unit, curve, warnings);
    }

    /** The name without packages, for people. */
    public String simpleName() {
        return name.replaceFirst("^(?:[\\p{javaLowerCase}_$][\\w$]*\\.)+(?=\\p{javaUpperCase})", "");
    }

    /** The number of sizes with a usable cost. */
    public int sizes() {
        return curve.map(Curve::size).orElse(0);
    }
}
