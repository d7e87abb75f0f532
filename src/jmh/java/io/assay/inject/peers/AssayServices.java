package io.assay.inject.peers;

import io.assay.eventloop.EventLoop;
import io.assay.future.Future;
import io.assay.inject.Component;
import io.assay.inject.Dependency;
import io.assay.inject.Lifecycle;
import io.assay.inject.Scope;
import io.assay.inject.Service;
import io.assay.inject.ServiceContainer;
import java.util.Map;

/** Ours, in the calls of its user. */
final class AssayServices implements DynamicAdapter {
    @Override
    public Runnable startAll(int services, FleetTally tally) {
        Component<LoggedService> logged = Component.of(
                        LoggedService.class, creation -> new LoggedService(number(creation.service()), tally))
                .inject(Dependency.on(OwnLogger.class), LoggedService::logger, LoggedService::withoutLogger)
                .onStart(service -> {
                    service.started();
                    return Lifecycle.DONE;
                })
                .build();
        Component<OwnLogger> loggers = Component.of(
                        OwnLogger.class, creation -> new OwnLogger(number(creation.asking())))
                .scope(Scope.PER_REQUEST)
                .build();
        ServiceContainer container = ServiceContainer.create();
        container.start();
        container.add(loggers);
        for (int number = 0; number < services; number++) {
            container.add(logged, Map.of(ITERATION, number, LEVEL, 1));
        }
        return container::stop;
    }

    private static int number(Service<?> service) {
        return (Integer) service.properties().get(ITERATION);
    }

    @Override
    public Cycle startTwo(CycleTally tally) {
        ServiceContainer container = ServiceContainer.create();
        Service<CycledService.A> a = addTwo(container, tally, new CycledService.Driver());
        return new Cycle() {
            @Override
            public void run(int times) {
                for (int i = 0; i < times; i++) {
                    a.stop();
                    a.start();
                }
            }

            @Override
            public void close() {
                container.stop();
            }
        };
    }

    /** On a loop, whose events the calls of B become. */
    @Override
    public Cycle startTwoDriven(CycleTally tally) {
        EventLoop loop = EventLoop.create();
        ServiceContainer container = ServiceContainer.builder().loop(loop).build();
        CycledService.Driver driver = new CycledService.Driver();
        Service<CycledService.A> a = addTwo(container, tally, driver);
        driver.drives(a::stop, a::start);
        loop.runReady();
        return new Cycle() {
            @Override
            public void run(int times) {
                driver.begin(times);
                loop.runReady();
            }

            @Override
            public void close() {
                driver.end();
                container.stop();
                loop.runReady();
            }
        };
    }

    private static Service<CycledService.A> addTwo(
            ServiceContainer container, CycleTally tally, CycledService.Driver driver) {
        container.start();
        container.add(Component.of(CycledService.B.class, creation -> new CycledService.B(tally, driver))
                .inject(Dependency.on(CycledService.A.class), CycledService.B::added, CycledService.B::removed)
                .onStart(AssayServices::started)
                .onStop(AssayServices::stopped)
                .build());
        return container.add(Component.of(CycledService.A.class, creation -> new CycledService.A(tally))
                .onStart(AssayServices::started)
                .onStop(AssayServices::stopped)
                .build());
    }

    private static Future<?> started(CycledService service) {
        service.started();
        return Lifecycle.DONE;
    }

    private static Future<?> stopped(CycledService service) {
        service.stopped();
        return Lifecycle.DONE;
    }
}
