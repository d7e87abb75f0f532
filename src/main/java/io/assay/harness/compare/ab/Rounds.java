package io.assay.harness.compare.ab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which rows get a block in the next round, in which order. Every open row does while nothing is known of it; then rows
 * that look changed get one in every round, and the others in every third: their {@code same} can wait. What a row gets
 * depends on its blocks before only, so the verdicts' error rate does not depend on it.
 */
final class Rounds {
    private static final int CALM_EVERY = 3;

    private final Random random;
    private final int firstRounds;
    private int round;

    /**
     * Draws lots.
     *
     * @param firstRounds rounds in which every open row takes part
     */
    Rounds(long seed, int firstRounds) {
        this.random = new Random(seed);
        this.firstRounds = firstRounds;
    }

    /** The rows of the next round; empty when none is open. */
    List<Trial> next(List<Trial> trials, int mostBlocks) {
        List<Trial> open = new ArrayList<>(trials.stream()
                .filter(trial -> trial.open() && trial.blocks().size() < mostBlocks)
                .toList());
        round++;
        List<Trial> suspects = open.stream().filter(Trial::suspect).toList();
        boolean all = round <= firstRounds || round % CALM_EVERY == 0 || suspects.isEmpty();
        List<Trial> chosen = new ArrayList<>(all ? open : suspects);
        Collections.shuffle(chosen, random);
        return chosen;
    }

    /** The order of the forks of a block. */
    List<Arm> order(boolean control) {
        List<Arm> arms = new ArrayList<>(List.of(Arm.BASE, Arm.HEAD));
        if (control) {
            arms.add(Arm.CONTROL);
        }
        Collections.shuffle(arms, random);
        return arms;
    }
}
