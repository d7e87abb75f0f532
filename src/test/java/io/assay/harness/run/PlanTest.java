package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlanTest {
    @Property(tries = 200)
    void everyRoundHoldsEachCellOnce(
            @ForAll @IntRange(min = 1, max = 60) int cells,
            @ForAll @IntRange(min = 1, max = 10) int forks,
            @ForAll long seed) {
        List<Plan.Fork> order = Plan.interleave(cells, forks, seed);
        assertEquals(cells * forks, order.size());
        for (int round = 0; round < forks; round++) {
            Set<Integer> seen = new HashSet<>();
            for (Plan.Fork fork : order.subList(round * cells, (round + 1) * cells)) {
                assertEquals(round + 1, fork.fork());
                seen.add(fork.cell());
            }
            assertEquals(cells, seen.size());
        }
    }

    @Property(tries = 100)
    void theSeedAloneDecides(@ForAll long seed) {
        assertEquals(Plan.interleave(20, 3, seed), Plan.interleave(20, 3, seed));
        assertNotEquals(Plan.interleave(20, 3, seed), Plan.interleave(20, 3, seed + 1));
    }

    @Property(tries = 100)
    void roundsHaveOrdersOfTheirOwn(@ForAll long seed) {
        List<Plan.Fork> order = Plan.interleave(20, 2, seed);
        assertNotEquals(
                order.subList(0, 20).stream().map(Plan.Fork::cell).toList(),
                order.subList(20, 40).stream().map(Plan.Fork::cell).toList());
    }
}
