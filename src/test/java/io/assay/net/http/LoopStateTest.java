package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What requests are read with, used again. */
class LoopStateTest extends AcceptedFixture {
    @Test
    void theLastThatWasGivenIsTakenFirst() {
        Exchange first = state.take();
        Exchange second = state.take();
        state.give(first);
        state.give(second);
        assertSame(second, state.take());
        assertSame(first, state.take());
    }

    @Test
    void noMoreThanSomeAreKept() {
        List<Exchange> taken = new ArrayList<>();
        for (int i = 0; i < 70; i++) taken.add(state.take());
        taken.forEach(state::give);
        Set<Exchange> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 70; i++) kept.add(state.take());
        kept.retainAll(taken);
        assertEquals(64, kept.size());
    }
}
