package io.assay.inject.peers;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

/** Spring's context as a whole stopped and started: it knows no service that leaves alone. */
final class SpringLifecycle implements DynamicAdapter {
    @Override
    public Runnable startAll(int services, FleetTally tally) {
        throw new UnsupportedOperationException("Spring injects nothing that arrives later");
    }

    @Override
    public Cycle startTwo(CycleTally tally) {
        GenericApplicationContext context = new GenericApplicationContext();
        CycledService.A a = new CycledService.A(tally);
        CycledService.B b = new CycledService.B(tally);
        b.added(a);
        context.registerBean("b", Bean.class, () -> new Bean(b), definition -> definition.setDependsOn("a"));
        context.registerBean("a", Bean.class, () -> new Bean(a));
        context.refresh();
        return new Cycle() {
            @Override
            public void run(int times) {
                for (int i = 0; i < times; i++) {
                    context.stop();
                    context.start();
                }
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }

    @Override
    public Cycle startTwoDriven(CycleTally tally) {
        throw new UnsupportedOperationException("a bean cannot stop the context that starts it");
    }

    private static final class Bean implements SmartLifecycle {
        private final CycledService service;
        private boolean running;

        Bean(CycledService service) {
            this.service = service;
        }

        @Override
        public void start() {
            service.started();
            running = true;
        }

        @Override
        public void stop() {
            service.stopped();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
