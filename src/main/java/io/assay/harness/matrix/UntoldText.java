package io.assay.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Open questions as sentences. Many profiles leave dozens open: those that are alike are one sentence. */
public final class UntoldText {
    /** More than a reader takes in. */
    static final int MOST = 8;

    private UntoldText() {}

    static String sentence(Untold untold) {
        return untold.other()
                .map(other -> "whether " + EffectText.name(untold.setting()) + " and " + EffectText.name(other)
                        + " interact: no rows cross them")
                .orElseGet(() -> "what " + EffectText.name(untold.setting())
                        + " brings: no rows tell it apart from the other choices");
    }

    /**
     * All of them in {@value #MOST} lines at the most. Each line names levels of one factor, and, of interactions, those of
     * another, and means every pair of the two.
     */
    public static List<String> lines(List<Untold> untold) {
        Map<String, Set<String>> brings = new LinkedHashMap<>();
        Map<List<String>, Map<String, Set<String>>> interactions = new LinkedHashMap<>();
        for (Untold question : untold) {
            Setting one = question.setting();
            question.other()
                    .ifPresentOrElse(
                            other -> interactions
                                    .computeIfAbsent(
                                            List.of(one.factor(), other.factor()), pair -> new LinkedHashMap<>())
                                    .computeIfAbsent(level(one), level -> new LinkedHashSet<>())
                                    .add(level(other)),
                            () -> brings.computeIfAbsent(one.factor(), factor -> new LinkedHashSet<>())
                                    .add(level(one)));
        }
        List<String> lines = new ArrayList<>();
        List<Integer> questions = new ArrayList<>();
        brings.forEach((factor, levels) -> {
            lines.add(
                    "what " + factor + " " + listed(levels) + " brings: no rows tell it apart from the other choices");
            questions.add(levels.size());
        });
        interactions.forEach((factors, others) -> {
            Map<Set<String>, Set<String>> alike = new LinkedHashMap<>();
            others.forEach((level, with) ->
                    alike.computeIfAbsent(with, w -> new LinkedHashSet<>()).add(level));
            alike.forEach((with, levels) -> {
                lines.add("whether " + factors.get(0) + " " + listed(levels) + " and " + factors.get(1) + " "
                        + listed(with) + " interact: no rows cross them");
                questions.add(levels.size() * with.size());
            });
        });
        if (lines.size() <= MOST) {
            return lines;
        }
        int more = questions.subList(MOST - 1, questions.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<String> first = new ArrayList<>(lines.subList(0, MOST - 1));
        first.add("and " + more + " questions more, which matrix.json lists under cannotBeTold");
        return first;
    }

    private static String level(Setting setting) {
        return setting.level().isEmpty() ? "none" : setting.level();
    }

    private static String listed(Set<String> levels) {
        List<String> all = new ArrayList<>(levels);
        return all.size() == 1
                ? all.get(0)
                : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }
}
