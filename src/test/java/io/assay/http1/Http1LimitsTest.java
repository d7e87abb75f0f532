package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http1LimitsTest {
    private static final int HIGHEST = 16 << 20;

    private static Http1Limits of(int... limits) {
        return new Http1Limits(
                limits[0], limits[1], limits[2], limits[3], limits[4], limits[5], limits[6], limits[7], limits[8]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void eachMayBeNothingAndNoneLess(int which) {
        int[] limits = {9, 9, 9, 9, 9, 9, 9, 9, 9};
        limits[which] = 0;
        assertEquals(of(limits), of(limits.clone()));
        limits[which] = -1;
        assertThrows(IllegalArgumentException.class, () -> of(limits));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void sectionsAreSixteenMegabytesAtMost(int which) {
        int[] limits = {9, 9, 9, 9, 9, 9, 9, 9, 9};
        limits[which] = HIGHEST;
        assertEquals(HIGHEST, Math.max(of(limits).maxHead(), of(limits).maxTrailers()));
        limits[which]++;
        assertThrows(IllegalArgumentException.class, () -> of(limits));
    }

    @Test
    void oneLimitIsChangedAndAllOthersStay() {
        Http1Limits limits = of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertEquals(of(10, 2, 3, 4, 5, 6, 7, 8, 9), limits.withMaxHead(10));
        assertEquals(of(1, 20, 3, 4, 5, 60, 7, 8, 9), limits.withMaxLines(20, 60));
        assertEquals(of(1, 2, 3, 4, 50, 6, 7, 8, 9), limits.withMaxFields(50));
        assertEquals(of(1, 2, 3, 4, 5, 6, 70, 80, 90), limits.withChunked(70, 80, 90));
    }
}
