package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
 * Random sequences of add, remove, start, stop, fail and repair end as {@link PlainModel} says; and on the way each service
 * holds to the laws of its life.
 */
class PlainModelTest {
    private static final int TYPES = 5;

    /** An instance that watches the laws. */
    private static final class Watched implements Lifecycle {
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

    @Property(tries = 150)
    void sequencesEndAsTheModelSays(@ForAll long seed) {
        long most = new Scenario().run(new Random(seed));
        Statistics.label("most active at a time").collect(Math.min(most, 12));
    }

    private static final class Scenario {
        private final PlainModel model = new PlainModel();
        private final List<Service<Watched>> services = new ArrayList<>();
        private final List<Throwable> broken = new ArrayList<>();
        private final ServiceContainer container = ServiceContainer.builder()
                .failures((service, cause) -> {
                    if (!"dud".equals(cause.getMessage()) && !"told".equals(cause.getMessage())) {
                        broken.add(cause);
                    }
                })
                .build();
        private @Nullable Service<Log> loggers;

        /** How many were active at a time. */
        long run(Random random) {
            long active = 0;
            int most = 5 + random.nextInt(70);
            for (int i = 0; i < most; i++) {
                step(random);
                model.settle();
                check();
                active = Math.max(active, container.statistics().active());
            }
            container.services().forEach(Service::remove);
            assertEquals(0, container.statistics().services());
            assertEquals(0, container.statistics().edges());
            assertEquals(0, container.statistics().active());
            assertEquals(List.of(), broken);
            return active;
        }

        private void step(Random random) {
            int kind = random.nextInt(20);
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
                case 15 -> entry.dud = entry.dud && entry.active;
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
            Entry entry = new Entry(
                    random.nextInt(TYPES),
                    some(random, 2),
                    some(random, 1),
                    some(random, 1),
                    random.nextInt(3) == 0,
                    random.nextInt(6) == 0);
            model.entries.add(entry);
            ComponentBuilder<Watched> builder =
                    Component.of(Watched.class, creation -> new Watched(entry)).property("type", entry.offers);
            for (int type : entry.requires) {
                builder.inject(asked(type), (self, d) -> self.added(type, d), (self, d) -> self.removed(type, d));
            }
            for (int type : entry.optional) {
                builder.inject(
                        asked(type).optional(),
                        (self, d) -> self.added(-1 - type, d),
                        (self, d) -> self.removed(-1 - type, d));
            }
            for (int type : entry.all) {
                builder.inject(asked(type).all(), (self, d) -> self.joined(type, d), (self, d) -> self.left(type, d));
            }
            if (entry.logger) {
                builder.inject(Dependency.on(Log.class), (self, d) -> self.loggers++, (self, d) -> self.loggers--);
            }
            services.add(container.add(builder.build()));
        }

        private static Dependency<Watched> asked(int type) {
            return Dependency.on(Watched.class).where("type", type);
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
