package io.assay.harness.report;

import io.assay.harness.path.PathCosts;
import io.assay.harness.path.PathCosts.Interval;
import io.assay.harness.path.ServerTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** Paths for programs. */
public final class PathJson {
    private PathJson() {}

    /**
     * {@code {"paths":[{"name","parts":[{"name","ns","low","high"}],"sum","serverCpu","rest","clientCpu","asleep",
     * "wall":{"ns","low","high"},"samples","places":[{"place","samples","share","ns"}],"besides":{},"facts":[]}],"failures":[]}}}.
     */
    public static String of(List<PathCosts> paths, List<String> failures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("paths", paths.stream().map(PathJson::map).toList());
        map.put("failures", failures);
        return JSON.std
                .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                .asString(map);
    }

    private static Map<String, @Nullable Object> map(PathCosts path) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", path.name());
        map.put(
                "parts",
                path.parts().stream()
                        .map(part -> {
                            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
                            figures.put("name", part.name());
                            figures.putAll(interval(part.nanos()));
                            return figures;
                        })
                        .toList());
        map.put("sum", path.sum());
        map.put("serverCpu", path.server());
        map.put("rest", path.rest());
        map.put("clientCpu", path.client());
        map.put("asleep", path.asleep());
        map.put("wall", interval(path.wall()));
        ServerTime time = path.time();
        map.put("samples", time.samples());
        map.put(
                "places",
                time.places().stream()
                        .map(share -> {
                            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
                            figures.put("place", share.place());
                            figures.put("samples", share.samples());
                            figures.put("share", share.share());
                            figures.put("ns", share.share() * path.server());
                            return figures;
                        })
                        .toList());
        map.put("besides", new TreeMap<>(time.besides()));
        map.put("facts", time.facts());
        return map;
    }

    private static Map<String, @Nullable Object> interval(Interval interval) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ns", interval.value());
        map.put("low", Double.isNaN(interval.low()) ? null : interval.low());
        map.put("high", Double.isNaN(interval.high()) ? null : interval.high());
        return map;
    }
}
