package io.assay.eventloop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a loop should do with a schedule, said with lists and nothing else. One thread, a clock that stands while it runs. */
final class ScheduleModel {
    /** What an event or a timer's action does when its turn comes. */
    sealed interface Act {}

    /** Posts an event, which does these things in turn. */
    record Post(int priority, List<Act> acts) implements Act {}

    /** Arms a timer, whose action does these things; periodic if the period is above 0. */
    record Arm(long delay, long period, List<Act> acts) implements Act {}

    /** Cancels the timer that was made as the so many-th, if there is one. */
    record Cancel(int timer) implements Act {}

    /** Ends an event or action by an exception. */
    record Throw() implements Act {}

    /** The three ways to end. */
    enum End implements Act {
        STOP,
        QUIT,
        QUIT_NOW
    }

    private record Item(String name, int priority, List<Act> acts) {}

    private static final class Timer {
        final String name;
        final long period;
        final List<Act> acts;
        long deadline;
        int order;
        boolean pending = true;

        Timer(String name, long deadline, long period, List<Act> acts) {
            this.name = name;
            this.deadline = deadline;
            this.period = period;
            this.acts = acts;
        }
    }

    private final boolean priorities;
    private final List<String> log;
    private final List<Item> inbox = new ArrayList<>();
    private final List<Item> backlog = new ArrayList<>();
    private final List<Timer> made = new ArrayList<>();
    private int armed;
    private int posted;
    private long now;
    private boolean running;
    private boolean closed;
    private boolean refusesOwn;
    private boolean stopped;
    boolean ended;

    ScheduleModel(boolean priorities, List<String> log) {
        this.priorities = priorities;
        this.log = log;
    }

    void advance(long nanos) {
        now += nanos;
    }

    /** From outside while it does not run, else from an event. */
    void act(Act act) {
        if (act instanceof Post post) {
            Item item = new Item("event " + posted++, priorities ? post.priority : 0, post.acts);
            if (running ? refusesOwn : closed) {
                log.add("refused " + item.name);
            } else {
                (running ? backlog : inbox).add(item);
            }
        } else if (act instanceof Arm arm) {
            Timer timer = new Timer("timer " + made.size(), now + arm.delay, arm.period, arm.acts);
            made.add(timer);
            timer.order = armed++;
            if (closed) {
                timer.pending = false;
                log.add("refused " + timer.name);
            }
        } else if (act instanceof Cancel cancel) {
            if (cancel.timer < made.size()) {
                made.get(cancel.timer).pending = false;
            }
        } else if (act == End.STOP) {
            stopped = running;
        } else if (act == End.QUIT || act == End.QUIT_NOW) {
            closed = true;
            refusesOwn |= act == End.QUIT_NOW;
        }
    }

    void runReady() {
        if (ended) {
            log.add("has ended");
            return;
        }
        running = true;
        stopped = false;
        backlog.addAll(inbox);
        inbox.clear();
        if (!closed) {
            fire();
        }
        while (!stopped && !backlog.isEmpty()) {
            Item first = backlog.stream()
                    .min(Comparator.comparingInt(Item::priority))
                    .orElseThrow();
            backlog.remove(first);
            turn(first.name, first.acts);
        }
        if (closed) {
            made.forEach(timer -> timer.pending = false);
            ended = !stopped;
        }
        running = false;
    }

    private void fire() {
        List<Timer> due = made.stream()
                .filter(timer -> timer.pending && timer.deadline <= now)
                .sorted(Comparator.<Timer>comparingLong(timer -> timer.deadline).thenComparingInt(timer -> timer.order))
                .toList();
        for (Timer timer : due) {
            if (timer.pending) {
                if (timer.period > 0) {
                    while (timer.deadline <= now) {
                        timer.deadline += timer.period;
                    }
                    timer.order = armed++;
                } else {
                    timer.pending = false;
                }
                turn(timer.name, timer.acts);
            }
        }
    }

    private void turn(String name, List<Act> acts) {
        log.add(name);
        for (Act act : acts) {
            if (act instanceof Throw) {
                log.add("failed");
                return;
            }
            act(act);
        }
    }
}
