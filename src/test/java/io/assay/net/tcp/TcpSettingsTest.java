package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The least and the most of each setting is taken, one beyond is not. */
class TcpSettingsTest {
    private static final TcpSettings DEFAULT = TcpSettings.DEFAULT;

    @Test
    void marksMayBeEqualAndZeroButNotTheWrongWayRound() {
        assertEquals(0, DEFAULT.withWater(0, 0, 0).maxOutput());
        assertEquals(5, DEFAULT.withWater(5, 5, 5).lowWater());
        refused(() -> DEFAULT.withWater(-1, 0, 0));
        refused(() -> DEFAULT.withWater(6, 5, 7));
        refused(() -> DEFAULT.withWater(5, 7, 6));
    }

    @Test
    void atLeastOneByteAndOneConnection() {
        assertEquals(1, DEFAULT.withMaxInput(1).maxInput());
        assertEquals(1, DEFAULT.withMaxConnections(1).maxConnections());
        refused(() -> DEFAULT.withMaxInput(0));
        refused(() -> DEFAULT.withMaxConnections(0));
    }

    @Test
    void aTimeOfZeroIsNone() {
        assertEquals(0, DEFAULT.withTimes(0, 0).idleNanos());
        refused(() -> DEFAULT.withTimes(-1, 0));
        refused(() -> DEFAULT.withTimes(0, -1));
    }

    @Test
    void eachChangeLeavesTheRestAsItWas() {
        TcpSettings changed = DEFAULT.withNoDelay(false)
                .withWater(1, 2, 3)
                .withMaxInput(4)
                .withTimes(5, 6)
                .withMaxConnections(7)
                .withReusePort(true);
        assertEquals(new TcpSettings(false, 1, 2, 3, 4, 5, 6, 7, DEFAULT.backlog(), true), changed);
    }

    private static void refused(Runnable wrong) {
        assertThrows(IllegalArgumentException.class, wrong::run);
    }
}
