package io.assay.harness.run;

import io.assay.harness.api.Complexity;
import io.assay.harness.api.Sizes;
import io.assay.harness.result.UserError;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link Complexity} and {@link Sizes} annotations, as facts that a run keeps. */
final class Complexities {
    private static final double LEAST_SPAN = 4;

    private Complexities() {}

    /**
     * The sizes a class can be run at.
     *
     * @param param the parameter that n is
     * @param from the least
     * @param to the largest
     */
    record Range(String param, int from, int to) {}

    /** What is expected of a benchmark: the annotation's elements by name, and the benchmark's. */
    static List<Map<String, Object>> of(Class<?> type, String benchmark, Map<String, List<String>> params) {
        String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        List<Complexity> found = new ArrayList<>(List.of(type.getAnnotationsByType(Complexity.class)));
        for (Method candidate : type.getMethods()) {
            if (candidate.getName().equals(name)) {
                found.addAll(List.of(candidate.getAnnotationsByType(Complexity.class)));
            }
        }
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Complexity complexity : found) {
            requireParam("@Complexity on " + benchmark, complexity.param(), params);
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("benchmark", benchmark);
            fact.put("param", complexity.param());
            fact.put("metric", complexity.metric());
            fact.put("max", complexity.max());
            fact.put("where", where(benchmark, complexity, params));
            facts.add(fact);
        }
        return facts;
    }

    /** The range of sizes, where the class has one. */
    static Optional<Range> range(Class<?> type, Map<String, List<String>> params) {
        Sizes sizes = type.getAnnotation(Sizes.class);
        if (sizes == null) {
            return Optional.empty();
        }
        requireParam("@Sizes on " + type.getName(), sizes.param(), params);
        if (sizes.from() < 1 || sizes.to() < LEAST_SPAN * sizes.from()) {
            throw new UserError("@Sizes on " + type.getName() + ": " + sizes.from() + " to " + sizes.to()
                    + "; the least is 1 or more, the largest at least four times that");
        }
        return Optional.of(new Range(sizes.param(), sizes.from(), sizes.to()));
    }

    private static Map<String, List<String>> where(
            String benchmark, Complexity complexity, Map<String, List<String>> params) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        for (String text : complexity.where()) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UserError(
                        "@Complexity on " + benchmark + ": where = \"" + text + "\": write name=value,value");
            }
            String name = text.substring(0, equals);
            requireParam("@Complexity on " + benchmark, name, params);
            List<String> values = List.of(text.substring(equals + 1).split(","));
            List<String> known = params.getOrDefault(name, List.of());
            if (!known.containsAll(values)) {
                throw new UserError("@Complexity on " + benchmark + ": where = \"" + text + "\": not all are values of "
                        + name + "; it has " + String.join(", ", known));
            }
            where.put(name, values);
        }
        return where;
    }

    private static void requireParam(String place, String param, Map<String, List<String>> params) {
        if (!params.containsKey(param)) {
            throw new UserError(place + ": there is no parameter '" + param + "'; it has "
                    + (params.isEmpty() ? "none" : String.join(", ", params.keySet())));
        }
    }
}
