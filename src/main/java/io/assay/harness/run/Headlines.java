package io.assay.harness.run;

import io.assay.harness.api.Headline;
import io.assay.harness.result.UserError;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@link Headline} annotations. */
final class Headlines {
    private Headlines() {}

    /**
     * The restrictions that stand on a benchmark's class and method.
     *
     * @param params the benchmark's values by parameter name
     * @throws UserError if a restriction can match no row: the family would silently vanish from the short presets
     */
    static List<Map<String, List<String>>> of(Class<?> type, String method, Map<String, List<String>> params) {
        List<Headline> found = new ArrayList<>(List.of(type.getAnnotationsByType(Headline.class)));
        for (Method candidate : type.getMethods()) {
            if (candidate.getName().equals(method)) {
                found.addAll(List.of(candidate.getAnnotationsByType(Headline.class)));
            }
        }
        List<Map<String, List<String>>> headlines = new ArrayList<>();
        for (Headline headline : found) {
            Map<String, List<String>> restriction = new LinkedHashMap<>();
            for (String text : headline.value()) {
                String place = "@Headline(\"" + text + "\") on " + type.getName() + ": ";
                int equals = text.indexOf('=');
                if (equals < 1) {
                    throw new UserError(place + "write name=value,value");
                }
                String name = text.substring(0, equals);
                List<String> values = List.of(text.substring(equals + 1).split(","));
                if (!params.containsKey(name)) {
                    throw new UserError(place + method + " has no parameter of that name; it has "
                            + String.join(", ", params.keySet()));
                }
                List<String> known = params.getOrDefault(name, List.of());
                if (!known.containsAll(values)) {
                    throw new UserError(
                            place + "not all are values of " + name + "; it has " + String.join(", ", known));
                }
                restriction.put(name, values);
            }
            headlines.add(restriction);
        }
        return headlines;
    }

    /** A package in which nothing is marked has only headline rows; the harness's yardsticks have none. */
    static List<Benchmark> withDefaults(List<Benchmark> all) {
        Set<String> marked = all.stream()
                .filter(b -> !b.headlines().isEmpty())
                .map(Benchmark::packageName)
                .collect(Collectors.toSet());
        return all.stream()
                .map(b -> marked.contains(b.packageName()) || b.packageName().startsWith(Catalog.YARDSTICKS + ".")
                        ? b
                        : b.withHeadlines(List.of(Map.of())))
                .collect(Collectors.toList());
    }
}
