package io.assay.harness.compare;

import io.assay.harness.result.Row;
import io.assay.harness.result.environment.Differences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs in how two results were measured: what a reader must know before any verdict. */
final class Conditions {
    /** A warm-up that was planned from what the run saw differs from row to row, and is no other condition. */
    private static final String WARMUP = "warmupIterations";

    private static final int LONGEST = 200;

    private Conditions() {}

    /** One line a difference; empty if none is known. */
    static List<String> differences(Side base, Side head, List<Pairing.Pair> pairs) {
        List<String> notices = new ArrayList<>();
        for (String difference : Differences.between(base.environment(), head.environment())) {
            notices.add("MACHINE: " + difference);
        }
        boolean planned = base.cells().isPresent() && head.cells().isPresent();
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Pairing.Pair pair : pairs) {
            between(pair.base(), pair.head(), planned).forEach((what, values) -> {
                seen.computeIfAbsent(what, w -> new LinkedHashSet<>()).add(values);
                rows.merge(what, 1, Integer::sum);
            });
        }
        seen.forEach((what, values) -> {
            String first = values.iterator().next();
            notices.add(what + ": " + first + (values.size() > 1 ? " and " + (values.size() - 1) + " more" : "")
                    + (rows.getOrDefault(what, 0) == pairs.size()
                            ? ""
                            : " (" + rows.get(what) + " of " + pairs.size() + " rows)"));
        });
        return notices;
    }

    private static Map<String, String> between(Row base, Row head, boolean planned) {
        Map<String, String> differences = new LinkedHashMap<>();
        if (!base.jdk().equals(head.jdk())) {
            differences.put("JDK", base.jdk() + ", " + head.jdk());
        }
        if (!base.jvmArgs().equals(head.jvmArgs())) {
            differences.put("FLAGS", flags(base.jvmArgs(), head.jvmArgs()));
        }
        base.conditions().forEach((name, value) -> {
            String other = head.conditions().getOrDefault(name, value);
            if (!other.equals(value) && !(planned && name.equals(WARMUP))) {
                differences.put(name, value + ", " + other);
            }
        });
        return differences;
    }

    private static String flags(List<String> base, List<String> head) {
        List<String> lost = new ArrayList<>(base);
        lost.removeAll(head);
        List<String> gained = new ArrayList<>(head);
        gained.removeAll(base);
        if (lost.isEmpty() && gained.isEmpty()) {
            return "the same in another order";
        }
        String text = "base " + (lost.isEmpty() ? "without" : String.join(" ", lost)) + ", head "
                + (gained.isEmpty() ? "without" : String.join(" ", gained));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Whether two rows ran on the same JDK with the same flags. */
    static boolean alike(Row base, Row head) {
        return base.jdk().equals(head.jdk()) && base.jvmArgs().equals(head.jvmArgs());
    }
}
