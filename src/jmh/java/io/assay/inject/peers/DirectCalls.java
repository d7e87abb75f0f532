package io.assay.inject.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has to be called at least, called by hand. */
final class DirectCalls implements DynamicAdapter {
    private record Entry(LoggedService service, OwnLogger logger, Map<String, Object> properties) {}

    @Override
    public Runnable startAll(int services, FleetTally tally) {
        List<Entry> all = new ArrayList<>(services);
        for (int number = 0; number < services; number++) {
            LoggedService service = new LoggedService(number, tally);
            OwnLogger logger = new OwnLogger(number);
            service.logger(logger);
            service.started();
            all.add(new Entry(service, logger, Map.of(ITERATION, number, LEVEL, 1)));
        }
        return () -> all.forEach(entry -> entry.service().withoutLogger(entry.logger()));
    }

    @Override
    public Cycle startTwo(CycleTally tally) {
        CycledService.A a = new CycledService.A(tally);
        CycledService.B b = new CycledService.B(tally);
        start(a, b);
        return new Cycle() {
            @Override
            public void run(int times) {
                for (int i = 0; i < times; i++) {
                    close();
                    start(a, b);
                }
            }

            @Override
            public void close() {
                b.stopped();
                b.removed(a);
                a.stopped();
            }
        };
    }

    @Override
    public Cycle startTwoDriven(CycleTally tally) {
        CycledService.A a = new CycledService.A(tally);
        CycledService.Driver driver = new CycledService.Driver();
        CycledService.B b = new CycledService.B(tally, driver);
        // What is wanted of A is kept and done in a loop, as calls in each other would fill the stack.
        boolean[] wanted = {true};
        driver.drives(() -> wanted[0] = false, () -> wanted[0] = true);
        start(a, b);
        return new Cycle() {
            @Override
            public void run(int times) {
                driver.begin(times);
                while (!wanted[0]) {
                    stop();
                    start(a, b);
                }
            }

            private void stop() {
                b.stopped();
                b.removed(a);
                a.stopped();
            }

            @Override
            public void close() {
                driver.end();
                stop();
            }
        };
    }

    private static void start(CycledService.A a, CycledService.B b) {
        a.started();
        b.added(a);
        b.started();
    }
}
