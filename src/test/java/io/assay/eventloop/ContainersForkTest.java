package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop in a fork that is told which containers to use. */
class ContainersForkTest {
    @ParameterizedTest
    @ValueSource(strings = {"jdk", "fastutil", "agrona"})
    void runsOnTheContainersOfTheProfile(String containers) throws Exception {
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
        assertEquals("20000 events, 99 timers, ENDED", output.strip());
    }

    /** Runs in the fork: many events of several priorities, timers, most of them cancelled. */
    static final class Probe {
        private Probe() {}

        private static int events;
        private static int timers;

        public static void main(String[] args) {
            for (boolean priorities : new boolean[] {false, true}) {
                EventLoop loop = EventLoop.builder().priorities(priorities).build();
                loop.on(Integer.class, e -> events++);
                loop.execute(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        if (priorities) {
                            loop.post(i, i % 100);
                        } else {
                            loop.post(i);
                        }
                        LoopTimer timer = loop.schedule(() -> timers++, i, TimeUnit.NANOSECONDS);
                        if (i % 100 != 0 || i == 0 || priorities) {
                            timer.cancel();
                        }
                    }
                    loop.schedule(loop::quit, 1, TimeUnit.MILLISECONDS);
                });
                loop.run();
                System.out.print(priorities ? events + " events, " + timers + " timers, " + loop.state() + "\n" : "");
            }
        }
    }
}
