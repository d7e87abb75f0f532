package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ComparerPropertyTest {
    private static final String[] MODES = {"avgt", "thrpt", "sample", "ss"};

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case SLOWER -> Verdict.FASTER;
            case FASTER -> Verdict.SLOWER;
            default -> verdict;
        };
    }

    @Property(tries = 40)
    void exchangingTheSidesMirrorsTheVerdicts(
            @ForAll @DoubleRange(min = 0.8, max = 1.25) double change,
            @ForAll @IntRange(max = 3) int mode,
            @ForAll @IntRange(min = 2, max = 6) int forks,
            @ForAll @IntRange(max = 10_000) int seed) {
        String unit = MODES[mode].equals("thrpt") ? "ops/s" : "ms/op";
        JmhFile one = new JmhFile(seed).forks(forks);
        JmhFile two = new JmhFile(seed + 1L).forks(forks);
        for (int i = 0; i < 6; i++) {
            one.row("b.C.m" + i, MODES[mode], unit, 10 + i);
            two.row("b.C.m" + i, MODES[mode], unit, (10 + i) * (i % 2 == 0 ? change : 1));
        }
        Comparison there = Comparer.of(one.side("1"), two.side("2"), Options.defaults());
        Comparison back = Comparer.of(two.side("2"), one.side("1"), Options.defaults());
        for (int i = 0; i < 6; i++) {
            ComparedRow row = there.rows().get(i);
            ComparedRow other = back.rows().get(i);
            assertEquals(mirrored(row.verdict()), other.verdict());
            Ratio ratio = row.change().ratio();
            assertEquals(1, ratio.value() * other.change().ratio().value(), 1e-9);
            assertEquals(1, ratio.low() * other.change().ratio().high(), 1e-9);
            assertEquals(row.base(), other.head(), 1e-9 * row.base());
        }
    }
}
