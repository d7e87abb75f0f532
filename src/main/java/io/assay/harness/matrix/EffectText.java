package io.assay.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Effects as sentences. Percentages are of the time: {@code +12%} takes 12% longer. */
public final class EffectText {
    private EffectText() {}

    static String name(Choice choice) {
        return name(choice.setting());
    }

    static String name(Setting setting) {
        return setting.factor() + " " + (setting.level().isEmpty() ? "none" : setting.level());
    }

    /** One sentence for each choice, and one for each pair of choices of which it can be told that they interact. */
    public static List<String> sentences(List<Effect> effects) {
        Map<Setting, List<Effect>> byChoice = new LinkedHashMap<>();
        effects.forEach(effect -> byChoice.computeIfAbsent(effect.setting(), s -> new ArrayList<>())
                .add(effect));
        List<String> sentences = new ArrayList<>();
        byChoice.values().forEach(of -> told(of, sentences));
        return sentences;
    }

    private static void told(List<Effect> effects, List<String> sentences) {
        for (Effect effect : effects) {
            if (effect.kind() == Effect.Kind.AVERAGE) {
                sentences.add(average(effect) + workloads(effects));
            }
        }
        List<String> open = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect.kind() == Effect.Kind.SETTING_INTERACTION) {
                if (effect.certain()) {
                    sentences.add(name(effect.setting()) + " and " + effect.where()
                            + " interact: beside each other they make a time that " + change(effect)
                            + " over what the two bring apart");
                } else {
                    open.add(effect.where() + " " + interval(effect));
                }
            }
        }
        if (!open.isEmpty()) {
            sentences.add(name(effects.get(0).setting()) + " beside " + String.join(", ", open)
                    + ": no interaction that can be told");
        }
    }

    private static String average(Effect effect) {
        String base = effect.base().isEmpty() ? "none" : effect.base();
        String said = name(effect.setting()) + " instead of " + base + ": ";
        String over = effect.workloads().size() == 1
                ? " in " + effect.workloads().get(0)
                : " on average over " + String.join(", ", effect.workloads());
        String assumed = effect.method() == Effect.Method.MODEL
                ? " (by a model: no rows differ in it alone, so choices are taken to multiply)"
                : "";
        return effect.certain()
                ? said + change(effect) + over + assumed
                : said + "within noise" + over + " " + interval(effect) + assumed;
    }

    /** The workloads, where one is told to differ from the others. */
    private static String workloads(List<Effect> effects) {
        boolean differ = effects.stream().anyMatch(e -> e.kind() == Effect.Kind.WORKLOAD_INTERACTION && e.certain());
        if (!differ) {
            return "";
        }
        return "; it depends on the workload: "
                + effects.stream()
                        .filter(effect -> effect.kind() == Effect.Kind.WORKLOAD)
                        .map(effect -> effect.certain()
                                ? change(effect) + " in " + effect.where()
                                : "nothing that can be told in " + effect.where() + " " + interval(effect))
                        .collect(Collectors.joining(", "));
    }

    private static String change(Effect effect) {
        return (effect.ratio() >= 1 ? "costs " : "saves ") + unsigned(effect.ratio()) + " " + interval(effect);
    }

    private static String interval(Effect effect) {
        return Double.isNaN(effect.low()) ? "~" : "[" + signed(effect.low()) + ", " + signed(effect.high()) + "]";
    }

    private static String unsigned(double ratio) {
        return String.format(Locale.ROOT, "%.1f%%", Math.abs(100 * (ratio - 1)));
    }

    private static String signed(double ratio) {
        return String.format(Locale.ROOT, "%+.1f%%", 100 * (ratio - 1));
    }
}
