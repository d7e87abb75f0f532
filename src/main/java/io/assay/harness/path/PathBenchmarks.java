package io.assay.harness.path;

import io.assay.harness.api.PathPart;
import io.assay.harness.api.PathWhole;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Benchmark;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Group;

/**
 * The benchmarks of one class that make a path.
 *
 * @param name what the whole is called
 * @param whole the benchmark that measures it
 * @param parts in their order on the way
 */
public record PathBenchmarks(String name, String whole, List<Part> parts) {
    /** Copies the list. */
    public PathBenchmarks {
        parts = List.copyOf(parts);
    }

    /**
     * A part.
     *
     * @param name what it is called
     * @param benchmark what measures it
     * @param order its place
     */
    public record Part(String name, String benchmark, int order) {}

    /**
     * The paths that have one of some benchmarks, each with all its parts: without one of them the sum would be another.
     *
     * @throws UserError if there is none, or a class has parts and no whole, several wholes, or parameters
     */
    public static List<PathBenchmarks> with(List<Benchmark> some, List<Benchmark> all) {
        Set<String> names = some.stream().map(Benchmark::name).collect(Collectors.toSet());
        List<PathBenchmarks> paths = among(all).stream()
                .filter(path -> path.benchmarks().stream().anyMatch(names::contains))
                .toList();
        if (paths.isEmpty()) {
            throw new UserError("none of " + some.size()
                    + " benchmarks is a whole that has its parts measured (@PathWhole), or a part of one; 'assay path' "
                    + "without a pattern takes all that are");
        }
        return paths;
    }

    /** All paths among some benchmarks, in their order. */
    static List<PathBenchmarks> among(List<Benchmark> benchmarks) {
        Map<String, List<Benchmark>> classes = new LinkedHashMap<>();
        for (Benchmark benchmark : benchmarks) {
            String type = benchmark.name().substring(0, benchmark.name().lastIndexOf('.'));
            classes.computeIfAbsent(type, key -> new ArrayList<>()).add(benchmark);
        }
        List<PathBenchmarks> paths = new ArrayList<>();
        classes.forEach((type, members) -> of(type, members).ifPresent(paths::add));
        return paths;
    }

    private static Optional<PathBenchmarks> of(String type, List<Benchmark> members) {
        List<Part> parts = new ArrayList<>();
        Map<String, String> wholes = new LinkedHashMap<>();
        for (Benchmark member : members) {
            Method method = method(type, member.name());
            PathPart part = method.getAnnotation(PathPart.class);
            PathWhole whole = method.getAnnotation(PathWhole.class);
            if (part != null) parts.add(new Part(part.value(), member.name(), part.order()));
            if (whole != null) wholes.put(member.name(), whole.value());
            if ((part != null || whole != null) && !member.params().isEmpty()) {
                throw new UserError(member.name() + " is part of a path and has parameters ("
                        + String.join(", ", member.params().keySet()) + "); a path has one row for each part");
            }
        }
        if (parts.isEmpty() && wholes.isEmpty()) {
            return Optional.empty();
        }
        if (parts.isEmpty() || wholes.size() != 1) {
            throw new UserError(type + " has " + parts.size() + " methods with @PathPart and " + wholes.size()
                    + " with @PathWhole; a path is one whole and its parts");
        }
        Map.Entry<String, String> whole = wholes.entrySet().iterator().next();
        return Optional.of(new PathBenchmarks(
                whole.getValue(),
                whole.getKey(),
                parts.stream().sorted(Comparator.comparingInt(Part::order)).collect(Collectors.toList())));
    }

    private static Method method(String type, String benchmark) {
        String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        try {
            for (Method method : Class.forName(type, false, PathBenchmarks.class.getClassLoader())
                    .getMethods()) {
                // A group's name is that of none of its methods.
                Group group = method.getAnnotation(Group.class);
                if (method.getName().equals(name)
                        || (group != null && group.value().equals(name))) return method;
            }
        } catch (ClassNotFoundException e) {
            throw new UserError(type + " is listed but not on the class path; rebuild with 'mvn clean verify'", e);
        }
        throw new UserError(benchmark + " is listed but its class has no such method; rebuild with 'mvn clean verify'");
    }

    /** All benchmarks of the path. */
    public List<String> benchmarks() {
        List<String> all = new ArrayList<>();
        parts.forEach(part -> all.add(part.benchmark));
        all.add(whole);
        return all;
    }
}
