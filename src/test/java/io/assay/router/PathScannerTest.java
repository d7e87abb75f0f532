package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PathScannerTest {
    @Property(tries = 2000)
    void findsEverySlash(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll @IntRange(min = 1, max = 200) int deepest,
            @ForAll @IntRange(min = 1, max = 40) int sparseness) {
        Random random = new Random(seed);
        int from = random.nextInt(10);
        byte[] b = new byte[from + length + PathScanner.SLACK];
        random.nextBytes(b);
        b[from] = '/';
        for (int i = 1; i < length; i++) if (random.nextInt(sparseness) == 0) b[from + i] = '/';
        List<Integer> expected = new ArrayList<>();
        for (int i = from; i < from + length; i++) if (b[i] == '/') expected.add(i);
        expected.add(from + length);

        int[] positions = new int[PathScanner.positionsFor(deepest)];
        int segments = PathScanner.split(b, from, from + length, positions, deepest);

        assertEquals(Math.min(expected.size() - 1, deepest + 1), segments);
        for (int i = 0; i <= segments; i++) assertEquals(expected.get(i), positions[i]);
    }
}
