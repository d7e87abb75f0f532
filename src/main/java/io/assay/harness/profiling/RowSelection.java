package io.assay.harness.profiling;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Launch;
import io.assay.harness.run.LaunchProbe;
import io.assay.harness.run.NamePatterns;
import io.assay.harness.run.host.HostRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the rows to profile among those that the versions have. */
final class RowSelection {
    private static final String YARDSTICKS = Catalog.CALIBRATION.substring(0, Catalog.CALIBRATION.lastIndexOf('.'));

    private static final String PROFILE = "profile";
    private static final String JDK = "jdk";

    /** Parameters that tell launches apart where there are several; no benchmark knows them. */
    static final Set<String> OF_LAUNCH = Set.of(PROFILE, JDK);

    private final FlameRequest request;
    private final SampledForks forks;
    private final List<String> notes = new ArrayList<>();

    RowSelection(FlameRequest request, SampledForks forks) {
        this.request = request;
        this.forks = forks;
    }

    /** What was left out. */
    List<String> notes() {
        return notes;
    }

    /**
     * The rows.
     *
     * @throws UserError if there are none
     */
    List<FlameRow> rows() {
        boolean profiles = request.launches().stream()
                        .map(launch -> launch.profile().name())
                        .distinct()
                        .count()
                > 1;
        boolean jdks =
                request.launches().stream().map(Launch::jdkName).distinct().count() > 1;
        List<FlameRow> rows = new ArrayList<>();
        for (Launch launch : request.launches()) {
            Optional<String> unavailable = LaunchProbe.unavailable(launch);
            if (unavailable.isPresent()) {
                notes.add("profile " + launch.profile().name() + ": " + unavailable.get());
                continue;
            }
            of(launch).forEach((key, row) -> {
                Map<String, String> params = new LinkedHashMap<>(key.params());
                if (profiles) {
                    params.put(PROFILE, launch.profile().name());
                }
                if (jdks) {
                    params.put(JDK, launch.jdkName());
                }
                RowKey named = new RowKey(key.benchmark(), key.mode(), params);
                if (request.rows().only().isEmpty() || request.rows().only().contains(named)) {
                    rows.add(new FlameRow(named, row, launch));
                }
            });
        }
        if (rows.isEmpty()) {
            throw new UserError("no row is left to profile"
                    + (notes.isEmpty() ? "; name other benchmarks or parameters" : ": " + String.join("; ", notes)));
        }
        return rows;
    }

    private Map<RowKey, HostRow> of(Launch launch) {
        Map<RowKey, HostRow> head = matching(request.head(), launch);
        if (request.base().isEmpty()) {
            return head;
        }
        Map<RowKey, HostRow> common = matching(request.base().get(), launch);
        int alone = Math.max(common.size(), head.size());
        common.keySet().retainAll(head.keySet());
        if (common.isEmpty()) {
            throw new UserError("the two versions have no row in common; name benchmarks that both have");
        }
        if (common.size() < alone) {
            notes.add((alone - common.size()) + " rows left out: only one version has them");
        }
        return common;
    }

    private Map<RowKey, HostRow> matching(Subject subject, Launch launch) {
        List<HostRow> all = forks.list(subject, launch, request.rows().params());
        List<String> patterns = request.rows().patterns();
        Predicate<String> named = patterns.isEmpty() ? name -> true : NamePatterns.anyOf(patterns);
        List<HostRow> found = all.stream()
                .filter(row -> named.test(row.benchmark()) && !row.benchmark().startsWith(YARDSTICKS))
                .toList();
        if (found.isEmpty()) {
            throw new UserError(
                    patterns.isEmpty()
                            ? subject.name() + " has none of the rows that are asked for"
                            : "no benchmark of " + subject.name() + " matches '" + String.join("', '", patterns)
                                    + "'; nearest: "
                                    + NamePatterns.nearest(
                                            patterns,
                                            all.stream().map(HostRow::benchmark).collect(Collectors.toSet())));
        }
        checkParams(found);
        Map<RowKey, HostRow> rows = new LinkedHashMap<>();
        found.stream().filter(row -> row.notToRun().isEmpty()).forEach(row -> rows.put(key(row), row));
        if (rows.isEmpty()) {
            throw new UserError("no row can run: " + found.get(0).notToRun());
        }
        return rows;
    }

    private void checkParams(List<HostRow> rows) {
        Set<String> known = new TreeSet<>();
        rows.forEach(row -> known.addAll(row.params().keySet()));
        for (String param : request.rows().params().keySet()) {
            if (!known.contains(param)) {
                throw new UserError("-p " + param + ": none of the benchmarks has a parameter of that name"
                        + (known.isEmpty() ? "" : "; they have " + String.join(", ", known)));
            }
        }
    }

    private static RowKey key(HostRow row) {
        return new RowKey(row.benchmark(), row.mode(), row.params());
    }
}
