package io.assay.inject.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.dm.Component;
import org.apache.felix.dm.DependencyManager;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** Felix' DependencyManager over its OSGi framework, which is started in the set-up. */
final class FelixServices implements DynamicAdapter {
    private final Path cache;
    private final Framework framework;

    FelixServices() {
        try {
            cache = Files.createTempDirectory("assay-felix");
            framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            "org.osgi.framework.storage", cache.toString(),
                            "org.osgi.framework.storage.clean", "onFirstInit",
                            "felix.log.level", "1"));
            framework.start();
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("the OSGi framework does not start", e);
        }
    }

    @Override
    public Runnable startAll(int services, FleetTally tally) {
        DependencyManager manager = new DependencyManager(framework.getBundleContext());
        for (int number = 0; number < services; number++) {
            manager.add(manager.createComponent()
                    .setImplementation(new LoggedService(number, tally))
                    .setInterface(LoggedService.class, properties(number))
                    .setCallbacks(null, "started", null, null)
                    .add(manager.createServiceDependency()
                            .setService(OwnLogger.class, "(" + ITERATION + "=" + number + ")")
                            .setRequired(true)
                            .setCallbacks("logger", "withoutLogger")));
            manager.add(manager.createComponent()
                    .setImplementation(new OwnLogger(number))
                    .setInterface(OwnLogger.class, properties(number)));
        }
        return manager::clear;
    }

    private static Dictionary<String, Object> properties(int number) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(ITERATION, number);
        properties.put(LEVEL, 1);
        return properties;
    }

    @Override
    public Cycle startTwo(CycleTally tally) {
        DependencyManager manager = new DependencyManager(framework.getBundleContext());
        manager.add(manager.createComponent()
                .setImplementation(new CycledService.B(tally))
                .setCallbacks(null, "started", "stopped", null)
                .add(manager.createServiceDependency()
                        .setService(CycledService.A.class)
                        .setRequired(true)
                        .setCallbacks("added", "removed")));
        Component a = manager.createComponent()
                .setImplementation(new CycledService.A(tally))
                .setCallbacks(null, "started", "stopped", null)
                .setInterface(CycledService.A.class, null);
        manager.add(a);
        return new Cycle() {
            @Override
            public void run(int times) {
                for (int i = 0; i < times; i++) {
                    manager.remove(a);
                    manager.add(a);
                }
            }

            @Override
            public void close() {
                manager.remove(a);
                manager.clear();
            }
        };
    }

    @Override
    public Cycle startTwoDriven(CycleTally tally) {
        throw new UnsupportedOperationException("A stops inside the callback of B, before B does");
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
            CompiledSources.delete(cache);
        } catch (BundleException | IOException e) {
            throw new IllegalStateException("the OSGi framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
