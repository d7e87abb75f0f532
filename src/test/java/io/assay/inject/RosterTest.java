package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.assay.future.Promise;
import io.assay.inject.Service.State;
import io.assay.inject.Vocabulary.English;
import io.assay.inject.Vocabulary.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types that one service offers, and then several: what a slot knows of its only service goes over to its roster. */
class RosterTest {
    record Listing(List<Words> all) {}

    record Second() implements Words {}

    record Holder(Words words) {}

    private final ServiceContainer container = ServiceContainer.create();
    private final Promise<Void> first = new Promise<>();
    private final Promise<Void> second = new Promise<>();

    private static <T extends Words> Component<T> startingBy(Class<T> type, Promise<Void> started) {
        return Component.of(type).as(Words.class).onStart(it -> started).build();
    }

    @Test
    void aListWaitsForTheOnlyOneThatIsOnItsWay() {
        container.add(startingBy(English.class, first));
        Service<Listing> listing = container.add(Component.of(Listing.class).build());
        container.start();
        assertEquals(State.WAITING, listing.state());
        first.complete(null);
        assertEquals(List.of(new English()), listing.instance().all());
    }

    @Test
    void aListWaitsForTheFirstWhenTheSecondHasCome() {
        container.add(startingBy(English.class, first));
        container.start();
        container.add(startingBy(Second.class, second));
        Service<Listing> listing = container.add(Component.of(Listing.class).build());
        second.complete(null);
        assertEquals(State.WAITING, listing.state());
        first.complete(null);
        assertEquals(2, listing.instance().all().size());
    }

    @Test
    void theFirstIsActiveWhenTheSecondComes() {
        Service<English> only = container.add(startingBy(English.class, first));
        container.start();
        first.complete(null);
        second.complete(null);
        container.add(startingBy(Second.class, second));
        assertEquals(List.of(new English(), new Second()), container.all(Words.class));
        Service<Holder> holder = container.add(Component.of(Holder.class).build());
        assertSame(only.instance(), holder.instance().words());
    }
}
