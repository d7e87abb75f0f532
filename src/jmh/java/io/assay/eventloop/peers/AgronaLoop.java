package io.assay.eventloop.peers;

import org.agrona.ErrorHandler;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;

/** What Agrona has instead of a loop: an agent that drains a bounded queue. */
final class AgronaLoop implements LoopAdapter {
    private static final int DRAINED = 256;
    private static final int ROOM = 1 << 17;
    private static final ErrorHandler RETHROW = failure -> {
        throw new IllegalStateException(failure);
    };

    private final EventTally tally;
    private final NumberedEvent[] events = NumberedEvent.upTo(BURST);
    private final Draining own;
    private final AgentInvoker invoker;
    private final Baton baton = new Baton();
    private @Nullable Draining outside;
    private @Nullable AgentRunner runner;

    AgronaLoop(EventTally tally) {
        this.tally = tally;
        own = new Draining(tally, ROOM);
        invoker = new AgentInvoker(RETHROW, null, own);
        invoker.start();
    }

    private static final class Draining implements Agent {
        final ManyToOneConcurrentArrayQueue<Object> queue;
        final EventTally tally;

        Draining(EventTally tally, int room) {
            this.tally = tally;
            this.queue = new ManyToOneConcurrentArrayQueue<>(room);
        }

        void offer(Object event) {
            if (!queue.offer(event)) {
                throw new IllegalStateException("the queue is full");
            }
        }

        @Override
        public int doWork() {
            return queue.drain(this::handle, DRAINED);
        }

        private void handle(Object event) {
            if (event instanceof NumberedEvent numbered) {
                tally.dispatched(numbered.number());
            } else {
                ((Runnable) event).run();
            }
        }

        @Override
        public String roleName() {
            return "draining";
        }
    }

    @Override
    public void backlog(int count, EventTally counted) {
        Draining agent = new Draining(counted, count + 1);
        AgentInvoker invoked = new AgentInvoker(RETHROW, null, agent);
        invoked.start();
        agent.offer((Runnable) () -> {
            counted.pushBegins();
            for (int i = 0; i < count; i++) {
                agent.offer(new NumberedEvent(i));
            }
            counted.pushEnds();
        });
        while (invoked.invoke() > 0) {}
        invoked.close();
    }

    @Override
    public void inLoop(int bursts) {
        Runnable burst = () -> {
            for (NumberedEvent event : events) {
                own.offer(event);
            }
        };
        for (int i = 0; i < bursts; i++) {
            own.offer(burst);
            while (invoker.invoke() > 0) {}
        }
    }

    @Override
    public void fromOutside(int bursts) {
        Draining agent = outside;
        if (agent == null) {
            agent = new Draining(tally, ROOM);
            runner = new AgentRunner(new BackoffIdleStrategy(), RETHROW, null, agent);
            AgentRunner.startOnThread(runner, Daemons::thread);
            outside = agent;
        }
        for (int i = 0; i < bursts; i++) {
            for (NumberedEvent event : events) {
                agent.offer(event);
            }
        }
        agent.offer(baton);
        baton.await();
    }

    @Override
    public void close() {
        invoker.close();
        if (runner != null) {
            runner.close();
        }
    }
}
