package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.eventloop.ScheduleModel.Act;
import io.assay.eventloop.ScheduleModel.Arm;
import io.assay.eventloop.ScheduleModel.Cancel;
import io.assay.eventloop.ScheduleModel.End;
import io.assay.eventloop.ScheduleModel.Post;
import io.assay.eventloop.ScheduleModel.Throw;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random schedules of posts, timers and ends, against {@link ScheduleModel}. */
class ScheduleModelTest {
    /** From outside: does something, or (without) lets time pass and runs what is ready. */
    record Step(List<Act> acts, long advance) {}

    @Provide
    Arbitrary<List<Step>> schedules() {
        Arbitrary<Step> step = Combinators.combine(
                        acts(3).list().ofMaxSize(3), Arbitraries.longs().between(0, 8))
                .as((acts, advance) ->
                        new Step(acts.stream().flatMap(List::stream).toList(), advance));
        return step.list().ofMinSize(1).ofMaxSize(12);
    }

    /** What an event does, and what the events do that it posts, so many levels deep. */
    private Arbitrary<List<Act>> acts(int depth) {
        Arbitrary<Act> flat = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 12).map(Cancel::new)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(new Throw())),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(End.STOP)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(End.QUIT, End.QUIT_NOW)));
        if (depth == 0) {
            return flat.list().ofMaxSize(2);
        }
        Arbitrary<List<Act>> inner = Arbitraries.lazy(() -> acts(depth - 1));
        Arbitrary<Act> post = Combinators.combine(Arbitraries.integers().between(-2, 2), inner)
                .as(Post::new);
        // At least 1: what is due at once when it is armed fires between two batches, which the model does not have.
        Arbitrary<Act> arm = Combinators.combine(
                        Arbitraries.longs().between(1, 9), Arbitraries.longs().between(-9, 9), inner)
                .as((delay, period, acts) -> new Arm(delay, Math.max(0, period), acts));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, post),
                        net.jqwik.api.Tuple.of(3, arm),
                        net.jqwik.api.Tuple.of(2, flat))
                .list()
                .ofMaxSize(3);
    }

    @Property(tries = 400)
    void aLoopDoesWhatTheModelDoes(@ForAll boolean priorities, @ForAll("schedules") List<Step> schedule) {
        List<String> expected = new ArrayList<>();
        ScheduleModel model = new ScheduleModel(priorities, expected);
        Driven driven = new Driven(priorities);
        for (Step step : schedule) {
            step.acts.stream().filter(act -> !(act instanceof Throw)).forEach(act -> {
                model.act(act);
                driven.act(act);
            });
            model.advance(step.advance);
            driven.now += step.advance;
            model.runReady();
            driven.runReady();
            assertEquals(expected, driven.log);
            assertEquals(model.ended, driven.loop.state() == EventLoop.State.ENDED);
        }
        Statistics.label("ended").collect(model.ended);
    }

    /** A real loop, told the same. */
    private static final class Driven {
        final List<String> log = new ArrayList<>();
        final List<LoopTimer> made = new ArrayList<>();
        final boolean priorities;
        final EventLoop loop;
        long now;
        int posted;

        Driven(boolean priorities) {
            this.priorities = priorities;
            this.loop = EventLoop.builder()
                    .priorities(priorities)
                    .clock(() -> now)
                    .failures((source, failure) -> log.add("failed"))
                    .build();
        }

        void runReady() {
            try {
                loop.runReady();
            } catch (IllegalStateException e) {
                log.add("has ended");
            }
        }

        void act(Act act) {
            if (act instanceof Post post) {
                String name = "event " + posted++;
                Runnable event = () -> turn(name, post.acts());
                try {
                    if (priorities) {
                        loop.post(event, post.priority());
                    } else {
                        loop.post(event);
                    }
                } catch (PostRefusedException e) {
                    log.add("refused " + name);
                }
            } else if (act instanceof Arm arm) {
                String name = "timer " + made.size();
                Runnable action = () -> turn(name, arm.acts());
                try {
                    made.add(
                            arm.period() > 0
                                    ? loop.scheduleAtFixedRate(action, arm.delay(), arm.period(), TimeUnit.NANOSECONDS)
                                    : loop.schedule(action, arm.delay(), TimeUnit.NANOSECONDS));
                } catch (PostRefusedException e) {
                    made.add(null);
                    log.add("refused " + name);
                }
            } else if (act instanceof Cancel cancel) {
                if (cancel.timer() < made.size() && made.get(cancel.timer()) != null) {
                    made.get(cancel.timer()).cancel();
                }
            } else if (act == End.STOP) {
                loop.stop();
            } else if (act == End.QUIT) {
                loop.quit();
            } else if (act == End.QUIT_NOW) {
                loop.quitNow();
            }
        }

        private void turn(String name, List<Act> acts) {
            log.add(name);
            for (Act act : acts) {
                if (act instanceof Throw) {
                    throw new IllegalStateException("planned");
                }
                act(act);
            }
        }
    }
}
