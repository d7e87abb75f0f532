package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.eventloop.EventLoop;
import io.assay.future.Future;
import io.assay.inject.PlainModel.Entry;
import io.assay.inject.Service.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Random sequences of add, remove, start, stop, restart, fail and repair, with properties, qualifiers, optional dependencies,
 * lists, loggers made per request, starts that fail and callbacks that throw, without a loop and on one, end as
 * {@link PlainModel} says; and on the way each service holds to the laws of its life.
 */
class PlainModelTest {
    /** So many are asked for by a property, which many may have; the others by qualifier, which one has. */
    private static final int SHARED = 4;

    private static final int TYPES = 6;

    private interface A {}

    private interface B {}

    private interface C {}

    private interface D {}

    private interface E {}

    private interface F {}

    /** Of scenarios where each type is a class: with no service, one and several, with and without questions by property. */
    private static final List<Class<? super Watched>> CLASSES =
            List.of(A.class, B.class, C.class, D.class, E.class, F.class);

    /** An instance that watches the laws. */
    private static final class Watched implements Lifecycle, A, B, C, D, E, F {
        final Entry entry;
        final Map<Integer, Watched> single = new HashMap<>();
        final Map<Integer, Set<Watched>> all = new HashMap<>();
        int loggers;
        boolean up;

        Watched(Entry entry) {
            this.entry = entry;
        }

        @Override
        public Future<?> start() {
            assertFalse(up, "started twice");
            for (int required : entry.requires) {
                assertTrue(single.containsKey(required) && single.get(required).up, "started before its dependency");
            }
            assertEquals(entry.logger ? 1 : 0, loggers);
            if (entry.dud) {
                return Future.failed(new IllegalStateException("dud"));
            }
            up = true;
            return DONE;
        }

        @Override
        public Future<?> stop() {
            assertTrue(up, "stopped without a start");
            for (int required : entry.requires) {
                assertTrue(single.containsKey(required) && single.get(required).up, "stopped after its dependency");
            }
            up = false;
            return DONE;
        }

        void added(int type, Watched dependency) {
            assertTrue(dependency.up, "an added dependency is not active");
            if (entry.touchy && type >= 0) {
                throw new IllegalStateException("touchy");
            }
            assertEquals(null, single.put(type, dependency), "added twice");
        }

        void removed(int type, Watched dependency) {
            assertTrue(dependency.up, "removed after it has stopped");
            assertEquals(dependency, single.remove(type));
            assertFalse(up && entry.requires.contains(type), "a required one is taken from a running service");
        }

        void joined(int type, Watched dependency) {
            assertTrue(all.computeIfAbsent(type, t -> new HashSet<>()).add(dependency));
        }

        void left(int type, Watched dependency) {
            assertTrue(dependency.up && all.get(type).remove(dependency));
        }
    }

    private static final class Log {}

    @Property(tries = 200)
    void sequencesEndAsTheModelSays(@ForAll long seed, @ForAll boolean onLoop, @ForAll boolean byClass) {
        long most = new Scenario(onLoop, byClass).run(new Random(seed));
        Statistics.label("most active at a time").collect(Math.min(most, 12));
    }

    private static final class Scenario {
        private final PlainModel model = new PlainModel();
        private final List<Service<Watched>> services = new ArrayList<>();
        private final List<Throwable> broken = new ArrayList<>();
        private final EventLoop loop = EventLoop.create();
        private final ServiceContainer container;
        private final boolean onLoop;
        private final boolean byClass;
        private @Nullable Service<Log> loggers;

        Scenario(boolean onLoop, boolean byClass) {
            this.onLoop = onLoop;
            this.byClass = byClass;
            ContainerBuilder builder = ServiceContainer.builder().failures((service, cause) -> {
                if (!Set.of("dud", "told", "touchy").contains(String.valueOf(cause.getMessage()))) {
                    broken.add(cause);
                }
            });
            container = (onLoop ? builder.loop(loop) : builder).build();
        }

        /** How many were active at a time. */
        long run(Random random) {
            long active = 0;
            int most = 5 + random.nextInt(70);
            for (int i = 0; i < most; i++) {
                step(random);
                loop.runReady();
                model.settle();
                check();
                active = Math.max(active, container.statistics().active());
            }
            container.services().forEach(Service::remove);
            loop.runReady();
            assertEquals(0, container.statistics().services());
            assertEquals(0, container.statistics().edges());
            assertEquals(0, container.statistics().active());
            assertEquals(0, container.core.held());
            assertEquals(List.of(), broken);
            return active;
        }

        private void step(Random random) {
            int kind = random.nextInt(24);
            if (kind < 6 || services.isEmpty()) {
                add(random);
                return;
            }
            int index = random.nextInt(services.size());
            Service<Watched> service = services.get(index);
            Entry entry = model.entries.get(index);
            switch (kind) {
                case 6, 7 -> {
                    entry.removed = true;
                    service.remove();
                }
                case 8, 9 -> {
                    entry.wanted = false;
                    service.stop();
                }
                case 10, 11, 12 -> {
                    entry.wanted = true;
                    entry.failed &= entry.removed;
                    service.start();
                }
                case 13, 14 -> {
                    entry.failed |= !entry.removed;
                    service.fail(new IllegalStateException("told"));
                }
                case 15 -> {
                    entry.dud = false;
                    entry.touchy = false;
                }
                case 18 -> {
                    // On a loop both are done in one turn; what comes of them is the same.
                    entry.failed &= entry.removed;
                    entry.wanted = true;
                    service.fail(new IllegalStateException("told"));
                    service.start();
                }
                case 19 -> {
                    service.fail(new IllegalStateException("told"));
                    service.start();
                    entry.wanted = true;
                    if (!onLoop && !entry.removed) {
                        // It has started in between, and who heard of it may have failed of that.
                        entry.failed = false;
                        model.settle();
                    }
                    entry.failed |= !entry.removed;
                    service.fail(new IllegalStateException("told"));
                }
                case 20 -> {
                    entry.wanted = true;
                    entry.failed &= entry.removed;
                    service.stop();
                    service.start();
                }
                case 21 -> {
                    container.stop();
                    container.start();
                    model.running = true;
                }
                case 16 -> {
                    if (loggers == null) {
                        loggers = container.add(Component.of(Log.class, creation -> new Log())
                                .scope(Scope.PER_REQUEST)
                                .build());
                    } else {
                        loggers.remove();
                        loggers = null;
                    }
                    model.loggers = loggers != null;
                }
                case 17 -> {
                    model.running = false;
                    container.stop();
                }
                default -> {
                    model.running = true;
                    container.start();
                }
            }
        }

        private void add(Random random) {
            int offers = random.nextInt(TYPES);
            boolean taken = offers >= SHARED
                    && model.entries.stream().anyMatch(other -> other.offers == offers && !other.removed);
            Entry entry = new Entry(
                    offers,
                    some(random, 2),
                    some(random, 1),
                    some(random, 1),
                    random.nextInt(3) == 0,
                    random.nextInt(6) == 0);
            entry.touchy = random.nextInt(8) == 0;
            ComponentBuilder<Watched> builder = Component.of(Watched.class, creation -> new Watched(entry))
                    .property(offers < SHARED ? "type" : Service.QUALIFIER, value(offers));
            if (byClass) {
                builder.as(CLASSES.get(offers));
            }
            for (int type : entry.requires) {
                builder.inject(
                        asked(type, random), (self, d) -> self.added(type, d), (self, d) -> self.removed(type, d));
            }
            for (int type : entry.optional) {
                builder.inject(
                        asked(type, random).optional(),
                        (self, d) -> self.added(-1 - type, d),
                        (self, d) -> self.removed(-1 - type, d));
            }
            for (int type : entry.all) {
                builder.inject(
                        asked(type, random).all(), (self, d) -> self.joined(type, d), (self, d) -> self.left(type, d));
            }
            if (entry.logger) {
                builder.inject(Dependency.on(Log.class), (self, d) -> self.loggers++, (self, d) -> self.loggers--);
            }
            Component<Watched> component = builder.build();
            if (taken) {
                assertThrows(DuplicateServiceException.class, () -> container.add(component));
            } else {
                model.entries.add(entry);
                services.add(container.add(component));
            }
        }

        private static Object value(int type) {
            return type < SHARED ? type : "q" + type;
        }

        @SuppressWarnings("unchecked") // All services are Watched.
        private Dependency<Watched> asked(int type, Random random) {
            Class<? super Watched> offered = byClass ? CLASSES.get(type) : Watched.class;
            Dependency<Watched> dependency = (Dependency<Watched>) (Dependency<?>) Dependency.on(offered);
            if (byClass && random.nextInt(3) > 0) {
                return dependency;
            }
            return type < SHARED ? dependency.where("type", type) : dependency.qualified("q" + type);
        }

        private static Set<Integer> some(Random random, int most) {
            Set<Integer> some = new HashSet<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                some.add(random.nextInt(TYPES));
            }
            return some;
        }

        private void check() {
            for (int i = 0; i < services.size(); i++) {
                Entry entry = model.entries.get(i);
                Service<Watched> service = services.get(i);
                State expected = entry.removed
                        ? State.REMOVED
                        : entry.failed
                                ? State.FAILED
                                : entry.active
                                        ? State.ACTIVE
                                        : entry.wanted && model.running ? State.WAITING : State.STOPPED;
                assertEquals(expected, service.state(), service::toString);
                if (entry.active) {
                    checkInjected(entry, service.instance());
                }
            }
            long products = container.services().stream()
                    .filter(service -> service.asking() != null)
                    .count();
            long left = model.entries.stream().filter(entry -> !entry.removed).count();
            assertEquals(
                    left + products + (model.loggers ? 1 : 0),
                    container.statistics().services());
        }

        private void checkInjected(Entry entry, Watched instance) {
            assertTrue(instance.up);
            assertEquals(entry.logger ? 1 : 0, instance.loggers);
            for (int type : entry.optional) {
                assertEquals(model.active(type) > 0, instance.single.containsKey(-1 - type));
            }
            for (int type : entry.all) {
                assertEquals(
                        model.active(type),
                        instance.all.getOrDefault(type, Set.of()).size());
            }
        }
    }
}
