package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import io.assay.future.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random graphs of services whose starts and stops take their time: who is told when, in whatever order they are done. */
class RandomGraphTest {
    private enum Phase {
        DOWN,
        GOING_UP,
        UP,
        GOING_DOWN
    }

    private record Pending(Promise<Object> promise, int service, Phase then) {}

    @Property(tries = 80)
    void everyDependencyIsUpAsLongAsItsDependant(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll boolean constructors) {
        new Scenario(new Random(seed), size, constructors).run();
    }

    private static final class Scenario {
        private final Random random;
        private final int size;
        private final boolean constructors;
        private final List<List<Integer>> requires = new ArrayList<>();
        private final List<Phase> phases = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private int starts;

        Scenario(Random random, int size, boolean constructors) {
            this.random = random;
            this.size = size;
            this.constructors = constructors;
        }

        void run() {
            ContainerBuilder builder = ServiceContainer.builder().failures((service, cause) -> failures.add(cause));
            for (int i = 0; i < size; i++) {
                List<Integer> below = new ArrayList<>();
                for (int k = random.nextInt(4); k > 0 && i > 0; k--) {
                    int one = random.nextInt(i);
                    if (!below.contains(one)) {
                        below.add(one);
                    }
                }
                requires.add(below);
                phases.add(Phase.DOWN);
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                order.add(random.nextInt(i + 1), i);
            }
            order.forEach(i -> builder.add(component(i)));
            ServiceContainer container = builder.build();

            Future<ServiceContainer> started = container.start();
            while (!pending.isEmpty()) {
                assertFalse(started.isDone());
                completeOne();
            }
            assertTrue(started.isSuccess());
            assertEquals(size, container.statistics().active());
            assertEquals(size, starts);

            // Some in the middle come and go, while others are still on their way.
            List<Service<?>> services = container.services();
            for (int i = 0; i < 6; i++) {
                Service<?> one = services.get(random.nextInt(size));
                one.stop();
                for (int k = random.nextInt(4); k > 0 && !pending.isEmpty(); k--) {
                    completeOne();
                }
                one.start();
                for (int k = random.nextInt(4); k > 0 && !pending.isEmpty(); k--) {
                    completeOne();
                }
            }
            while (!pending.isEmpty()) {
                completeOne();
            }
            assertEquals(size, container.statistics().active());

            Future<ServiceContainer> stopped = container.stop();
            while (!pending.isEmpty()) {
                completeOne();
            }
            assertTrue(stopped.isSuccess());
            assertEquals(0, container.statistics().active());
            phases.forEach(phase -> assertEquals(Phase.DOWN, phase));
            assertEquals(List.of(), failures);
        }

        private Component<Integer> component(int i) {
            ComponentBuilder<Integer> builder = Component.of(Integer.class, creation -> i)
                    .qualifier("" + i)
                    .onStart(it -> change(it, Phase.DOWN, Phase.GOING_UP, Phase.UP))
                    .onStop(it -> change(it, Phase.UP, Phase.GOING_DOWN, Phase.DOWN));
            for (int below : requires.get(i)) {
                Dependency<Integer> dependency = Dependency.on(Integer.class).qualified("" + below);
                if (constructors) {
                    builder.parameter(dependency);
                } else {
                    builder.inject(dependency, (self, d) -> assertEquals(below, d));
                }
            }
            return builder.build();
        }

        private Future<?> change(int i, Phase from, Phase through, Phase to) {
            assertEquals(from, phases.get(i), "started or stopped twice");
            starts += to == Phase.UP ? 1 : 0;
            for (int below : requires.get(i)) {
                assertEquals(Phase.UP, phases.get(below), () -> i + " is told while " + below + " is not up");
            }
            if (random.nextInt(3) == 0) {
                phases.set(i, to);
                return Lifecycle.DONE;
            }
            phases.set(i, through);
            Pending made = new Pending(new Promise<>(), i, to);
            pending.add(made);
            return made.promise();
        }

        private void completeOne() {
            Pending one = pending.remove(random.nextInt(pending.size()));
            phases.set(one.service(), one.then());
            one.promise().complete("done");
        }
    }
}
