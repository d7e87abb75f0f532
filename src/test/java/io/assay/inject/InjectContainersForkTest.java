package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.containers.Containers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A container in a fork that is told which collections to use. */
class InjectContainersForkTest {
    @ParameterizedTest
    @EnumSource
    void runsOnTheContainersOfTheProfile(Containers containers) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dassay.containers=" + containers,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(containers + ": 2001 active, 0 after the end", output.strip());
    }

    /** Runs in the fork: services with properties, each asking for the one before. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            ServiceContainer container = ServiceContainer.create();
            for (int i = 2_000; i >= 0; i--) {
                ComponentBuilder<Integer> component =
                        Component.instance(Integer.class, i).property("number", i);
                if (i > 0) {
                    component.inject(Dependency.on(Integer.class).where("number", i - 1), (a, b) -> {});
                }
                container.add(component.build());
            }
            container.verify();
            container.start();
            long active = container.statistics().active();
            container.services().forEach(Service::remove);
            System.out.println(Containers.ACTIVE + ": " + active + " active, "
                    + container.statistics().services() + " after the end");
        }
    }
}
