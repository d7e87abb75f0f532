package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.ContainerAdapters;
import io.assay.workload.inject.Components;
import io.assay.workload.inject.GraphShape;
import org.junit.jupiter.api.Test;

/** What counts as held by a container. */
class HeldBytesTest {
    private static final int N = 1_024;
    private static final int EACH = 100;

    /** Hand-written {@code new}, which holds something beside the components: much of it after the first start. */
    private static final class Heavy implements ContainerAdapter {
        private final ContainerAdapter plain = ContainerAdapters.byNew(GraphShape.TREE.of(N));
        private int beside = 16 << 20;

        @Override
        public Components components() {
            return plain.components();
        }

        @Override
        public Running start() {
            Running running = plain.start();
            byte[] held = new byte[beside];
            beside = EACH * N;
            return number -> number < held.length ? running.get(number) : null;
        }
    }

    @Test
    void whatTheFirstStartHoldsAloneIsNotCounted() {
        long bytes = HeldBytes.perComponent(new Heavy());
        // Of an object with two references and its place in an array: 28, or 40 where references are wide.
        assertTrue(bytes >= EACH + 20 && bytes <= EACH + 60, () -> bytes + " bytes");
    }
}
