package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.run.host.HostRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    @Test
    void leastAndMostHeapAreTheWorkloads() {
        List<String> flags = RunFixtures.launch(RunFixtures.PLAIN, 17).flags(384);
        assertEquals(List.of("-Xms384m", "-Xmx384m"), heap(flags));
    }

    @Test
    void theProfilesHeapWins() {
        assertEquals(
                List.of("-Xms64m", "-Xmx64m"),
                heap(RunFixtures.launch(checksOff(64), 17).flags(384)));
    }

    @Test
    void checksReachTheFork() {
        List<String> on = RunFixtures.launch(RunFixtures.PLAIN, 17).flags(64);
        assertTrue(on.contains("-Dassay.checks=true"));
        assertTrue(on.stream().noneMatch(flag -> flag.startsWith("-Dagrona.")));
        List<String> off = RunFixtures.launch(checksOff(64), 17).flags(64);
        assertTrue(off.contains("-Dassay.checks=false"));
        assertTrue(off.contains("-Dagrona.disable.bounds.checks=true"));
        assertTrue(off.contains("-Dassay.containers=agrona"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 21, 23, 25})
    void whatTheJdkUnderstandsAndNoMore(int feature) {
        List<String> flags = RunFixtures.launch(RunFixtures.PLAIN, feature).flags(64);
        assertEquals(feature >= 24, flags.contains("--sun-misc-unsafe-memory-access=allow"));
        assertEquals(feature >= 24, flags.contains("--enable-native-access=ALL-UNNAMED"));
        assertTrue(flags.contains("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"));
        assertTrue(flags.contains("-XX:+ExitOnOutOfMemoryError"));
        assertFalse(flags.contains("-XX:+IgnoreUnrecognizedVMOptions"));
    }

    @ParameterizedTest
    @CsvSource({"-XX:+UseParallelGC, ''", "'', -XX:+UseParallelGC"})
    void aBenchmarksOwnCollectorLeavesTheProfilesOut(String own, String added) {
        List<String> flags = RunFixtures.launch(RunFixtures.profile("p", Collector.SERIAL), 17)
                .flags(row(own.isEmpty() ? List.of() : List.of(own), added.isEmpty() ? List.of() : List.of(added)));
        assertFalse(flags.contains("-XX:+UseSerialGC"), flags::toString);
        assertEquals(!own.isEmpty(), flags.contains(own), "its JMH adds what is to be added");
    }

    @Test
    void aBenchmarksOwnFlagsComeLastSoThatTheyWin() {
        List<String> flags = RunFixtures.launch(RunFixtures.profile("p", Collector.SERIAL), 17)
                .flags(row(List.of("-Xmx1g", "-Dassay.checks=x"), List.of("-XX:+UseAdaptiveSizePolicyWithSystemGC")));
        assertEquals(List.of("-Xmx1g", "-Dassay.checks=x"), flags.subList(flags.size() - 2, flags.size()));
        assertTrue(flags.contains("-XX:+UseSerialGC"));
    }

    private static HostRow row(List<String> flags, List<String> added) {
        return new HostRow("a.B.c", "avgt", Map.of(), 64, 1, flags, false, "", 1, added, "");
    }

    @Test
    void theProfilesOwnFlagsComeLastSoThatTheyWin() {
        List<String> flags = RunFixtures.launch(
                        RunFixtures.profile("p", Collector.SERIAL, "-XX:-UseCompressedOops", "-Dassay.containers=x"),
                        17)
                .flags(64);
        assertEquals(
                List.of("-XX:-UseCompressedOops", "-Dassay.containers=x"),
                flags.subList(flags.size() - 2, flags.size()));
        assertTrue(flags.contains("-XX:+UseSerialGC"));
    }

    private static Profile checksOff(int heap) {
        return new Profile(
                "off", "", Collector.G1, Optional.of(heap), "agrona", false, List.of(), Map.of(), "off.properties");
    }

    private static List<String> heap(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.matches("-Xm[sxn].*|-XX:.*Heap.*"))
                .toList();
    }
}
