package io.assay.harness.profiling.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Frames that changed, told from forks that differ")
class FrameChangesTest {
    private static final int FORKS = 6;
    private static final int SAMPLES = 1500;
    private static final int SESSIONS = 300;

    private static Frame frame(String name) {
        return new Frame("a.B." + name, Frame.Kind.JAVA);
    }

    /** A fork that sees leaves of these weights, each of which varies from fork to fork by so much. */
    private static Profile fork(Random random, Map<String, Double> weights, double spread, int samples) {
        List<String> leaves = List.copyOf(weights.keySet());
        double[] upTo = new double[leaves.size()];
        double sum = 0;
        for (int leaf = 0; leaf < upTo.length; leaf++) {
            sum += weights.get(leaves.get(leaf)) * Math.exp(spread * random.nextGaussian());
            upTo[leaf] = sum;
        }
        long[] counts = new long[upTo.length];
        for (int i = 0; i < samples; i++) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * sum);
            counts[Math.min(found < 0 ? ~found : found, upTo.length - 1)]++;
        }
        List<Stack> stacks = new ArrayList<>();
        for (int leaf = 0; leaf < counts.length; leaf++) {
            if (counts[leaf] > 0) {
                stacks.add(new Stack(frames(leaves.get(leaf)), counts[leaf], counts[leaf]));
            }
        }
        return new Profile(stacks, List.of());
    }

    private static List<Frame> frames(String leaf) {
        return leaf.equals("planted")
                ? List.of(frame("work"), frame("planted"), frame("inner"))
                : List.of(frame("work"), frame(leaf));
    }

    private static List<Profile> forks(Random random, Map<String, Double> weights, double spread, int forks) {
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < forks; i++) {
            profiles.add(fork(random, weights, spread, SAMPLES));
        }
        return profiles;
    }

    private static Map<String, Double> weights(int leaves) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < leaves; i++) {
            weights.put("m" + i, 1.0 / (i + 1));
        }
        return weights;
    }

    private static Map<String, Double> withPlanted(Map<String, Double> old, double share) {
        Map<String, Double> weights = new LinkedHashMap<>(old);
        weights.put("planted", old.values().stream().mapToDouble(w -> w).sum() * share / (1 - share));
        return weights;
    }

    @Test
    void identicalVersionsSeldomShowAnyFrameAboveNoise() {
        for (double spread : new double[] {0, 0.05, 0.2}) {
            Random random = new Random(11);
            int alarms = 0;
            for (int i = 0; i < SESSIONS; i++) {
                List<Profile> base = forks(random, weights(40), spread, FORKS);
                List<Profile> head = forks(random, weights(40), spread, FORKS);
                alarms += FrameChanges.of(base, head).stream().anyMatch(FrameChange::aboveNoise) ? 1 : 0;
            }
            // At a level of 1%, nine of three hundred come about once in two hundred such tests; the seed is fixed.
            assertTrue(alarms <= 8, alarms + " alarms in " + SESSIONS + " at spread " + spread);
        }
    }

    @Test
    void aNewFrameOfFivePercentStandsOutMost() {
        Random random = new Random(12);
        for (int i = 0; i < 50; i++) {
            List<Profile> base = forks(random, weights(40), 0.1, FORKS);
            List<Profile> head = forks(random, withPlanted(weights(40), 0.05), 0.1, FORKS);
            List<FrameChange> changes = FrameChanges.of(base, head);
            FrameChange top = changes.get(0);
            assertEquals(frame("planted"), top.frame(), changes::toString);
            assertEquals(List.of(frame("inner")), top.along(), "what it alone calls is no finding of its own");
            assertTrue(top.aboveNoise());
            assertEquals(0, top.base());
            assertEquals(0.05, top.head(), 0.015);
        }
    }

    @Test
    void aVanishedFrameIsFoundTheSameWay() {
        Random random = new Random(13);
        List<Profile> base = forks(random, withPlanted(weights(10), 0.1), 0.05, FORKS);
        List<Profile> head = forks(random, weights(10), 0.05, FORKS);
        FrameChange top = FrameChanges.of(base, head).get(0);
        assertEquals(frame("planted"), top.frame());
        assertTrue(top.change() < -0.07 && top.aboveNoise(), top::toString);
    }

    @Test
    void theSameChangeIsNoiseWhereForksOfOneVersionDifferAsMuch() {
        Random random = new Random(14);
        Map<String, Double> two = Map.of("x", 1.0, "y", 1.0);
        Map<String, Double> shifted = Map.of("x", 1.2, "y", 1.0);
        assertTrue(above(random, two, shifted, 0.01));
        assertFalse(above(random, two, shifted, 0.5));
    }

    private static boolean above(Random random, Map<String, Double> base, Map<String, Double> head, double spread) {
        return FrameChanges.of(forks(random, base, spread, FORKS), forks(random, head, spread, FORKS)).stream()
                .anyMatch(FrameChange::aboveNoise);
    }

    @Test
    void aSureChangeBelowHalfAPointDoesNotCount() {
        Profile base = exact(10_000_000, 0.100);
        Profile head = exact(10_000_000, 0.104);
        List<FrameChange> changes = FrameChanges.of(List.of(base, base, base), List.of(head, head, head));
        assertTrue(changes.get(0).distance() > 20, "it is sure");
        assertFalse(changes.get(0).aboveNoise());
    }

    private static Profile exact(long samples, double share) {
        long hot = Math.round(samples * share);
        return new Profile(
                List.of(
                        new Stack(List.of(frame("work"), frame("hot")), hot, hot),
                        new Stack(List.of(frame("work"), frame("cold")), samples - hot, samples - hot)),
                List.of());
    }

    @Test
    void forksThatHappenToAgreeAreNotBelievedBeyondTheirSamples() {
        Profile base = exact(200, 0.10);
        Profile head = exact(200, 0.13);
        List<FrameChange> changes = FrameChanges.of(List.of(base, base, base), List.of(head, head, head));
        assertFalse(changes.get(0).aboveNoise(), changes::toString);
        assertEquals(2, changes.get(0).distance(), 1, "three points of 600 samples a side are two binomial errors");
    }

    @Test
    void oneForkASideShowsTheChangeButCannotJudgeIt() {
        List<FrameChange> changes = FrameChanges.of(List.of(exact(1000, 0.1)), List.of(exact(1000, 0.6)));
        assertEquals(0.5, Math.abs(changes.get(0).change()), 1e-9);
        assertTrue(changes.stream().noneMatch(FrameChange::aboveNoise));
        assertTrue(Double.isInfinite(changes.get(0).reach()));
    }

    @Test
    void aSideWithoutSamplesIsNoChange() {
        Profile empty = new Profile(List.of(), List.of());
        assertEquals(List.of(), FrameChanges.of(List.of(empty, empty), List.of(exact(1000, 0.5))));
    }
}
