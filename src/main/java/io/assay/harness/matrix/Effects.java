package io.assay.harness.matrix;

import io.assay.harness.stats.Contrast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each choice brings. On the log scale an effect is a difference of cells; each is compared where nothing else
 * differs, averaged over all such pairs of a workload, and then over the workloads.
 *
 * <p>Many questions are asked of one table, so the intervals are widened until all of them hold at once: half of the
 * error goes to the averages and half to where they differ, each shared out evenly (Bonferroni).
 */
public final class Effects {
    /** Confidence that all intervals hold at once. */
    public static final double LEVEL = 0.95;

    /** What stands for a factor's absence, in the order in which factors are told. */
    private static final Map<String, String> BASES = new LinkedHashMap<>();

    static {
        BASES.put(MatrixRow.CONTAINERS, "jdk");
        BASES.put(MatrixRow.COLLECTOR, "g1");
        // So that the effect is what the checks cost.
        BASES.put(MatrixRow.CHECKS, "off");
        BASES.put(MatrixRow.JDK, "");
        BASES.put(MatrixRow.FLAGS, "");
        BASES.put(MatrixRow.ENVIRONMENT, "");
    }

    private final Grid grid;
    private final Contrasts contrasts;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Choice> modelled = new ArrayList<>();
    private final List<Asked> averages = new ArrayList<>();
    private final List<Asked> details = new ArrayList<>();
    private final List<Untold> untold = new ArrayList<>();

    private Effects(Grid grid) {
        this.grid = grid;
        this.contrasts = new Contrasts(grid);
    }

    /**
     * What a table tells.
     *
     * @param effects averages, then where they differ
     * @param untold what it leaves open
     */
    record Told(List<Effect> effects, List<Untold> untold) {
        /** Of a table that nobody asks. */
        static final Told NOTHING = new Told(List.of(), List.of());
    }

    @SuppressWarnings("ArrayRecordComponent") // a passive carrier within the class
    private record Asked(
            Effect.Kind kind,
            Choice choice,
            String where,
            double[] weights,
            List<String> workloads,
            Effect.Method method) {}

    static Told of(Grid grid) {
        return new Effects(grid).told();
    }

    private Told told() {
        BASES.keySet().forEach(factor -> choices.addAll(choices(factor)));
        modelled.addAll(choices);
        // Nobody asks what a heap brings, but where rows differ in it as well it must not pass for what was asked.
        modelled.addAll(choices(MatrixRow.HEAP));
        choices.forEach(this::ask);
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i + 1; j < choices.size(); j++) {
                askCrossed(choices.get(i), choices.get(j));
            }
        }
        List<Effect> effects = new ArrayList<>();
        averages.forEach(asked -> effects.add(answer(asked, averages.size())));
        details.forEach(asked -> effects.add(answer(asked, details.size())));
        return new Told(effects, untold);
    }

    private List<Choice> choices(String factor) {
        List<String> levels = grid.levels(factor);
        String base = base(factor, levels);
        return levels.stream()
                .filter(level -> !level.equals(base))
                .map(level -> new Choice(factor, level, base))
                .toList();
    }

    private static String base(String factor, List<String> levels) {
        String wanted = BASES.getOrDefault(factor, "");
        return levels.contains(wanted) || levels.isEmpty() ? wanted : levels.get(0);
    }

    private void ask(Choice choice) {
        List<double[]> each = new ArrayList<>();
        List<String> workloads = new ArrayList<>();
        for (int column = 0; column < grid.columns().size(); column++) {
            Optional<double[]> pairs = contrasts.pairs(choice, column);
            if (pairs.isPresent()) {
                each.add(pairs.get());
                workloads.add(grid.columns().get(column));
            }
        }
        Optional<double[]> average = Contrasts.mean(each);
        if (average.isPresent()) {
            averages.add(new Asked(Effect.Kind.AVERAGE, choice, "", average.get(), workloads, Effect.Method.PAIRS));
        } else {
            Optional<double[]> model = contrasts.model(choice, modelled);
            model.ifPresentOrElse(
                    weights -> averages.add(
                            new Asked(Effect.Kind.AVERAGE, choice, "", weights, grid.columns(), Effect.Method.MODEL)),
                    () -> untold.add(Untold.what(choice.setting())));
        }
        for (int i = 0; i < each.size() && each.size() > 1; i++) {
            String workload = workloads.get(i);
            details.add(new Asked(
                    Effect.Kind.WORKLOAD, choice, workload, each.get(i), List.of(workload), Effect.Method.PAIRS));
            details.add(new Asked(
                    Effect.Kind.WORKLOAD_INTERACTION,
                    choice,
                    workload,
                    Contrasts.lessTheOthers(each, i),
                    workloads,
                    Effect.Method.PAIRS));
        }
    }

    private void askCrossed(Choice one, Choice other) {
        if (one.factor().equals(other.factor())) {
            return;
        }
        List<double[]> each = new ArrayList<>();
        List<String> workloads = new ArrayList<>();
        for (int column = 0; column < grid.columns().size(); column++) {
            Optional<double[]> crossed = contrasts.crossed(one, other, column);
            if (crossed.isPresent()) {
                each.add(crossed.get());
                workloads.add(grid.columns().get(column));
            }
        }
        Contrasts.mean(each)
                .ifPresentOrElse(
                        weights -> details.add(new Asked(
                                Effect.Kind.SETTING_INTERACTION,
                                one,
                                EffectText.name(other),
                                weights,
                                workloads,
                                Effect.Method.PAIRS)),
                        () -> untold.add(Untold.whether(one.setting(), other.setting())));
    }

    private Effect answer(Asked asked, int questions) {
        Contrast contrast = grid.contrast(asked.weights(), 1 - (1 - LEVEL) / 2 / questions);
        return new Effect(
                asked.kind(),
                asked.choice().setting(),
                asked.choice().base(),
                asked.where(),
                contrast.value(),
                contrast.low(),
                contrast.high(),
                asked.workloads(),
                asked.method());
    }
}
