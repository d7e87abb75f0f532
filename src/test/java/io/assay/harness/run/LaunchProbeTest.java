package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starts JVMs: the one that runs the tests. */
class LaunchProbeTest {
    private static final int FEATURE = Runtime.version().feature();

    @Test
    void aLaunchThatStartsHasNoReason() {
        assertEquals(Optional.empty(), probe(RunFixtures.profile("serial", Collector.SERIAL), FEATURE));
    }

    @Test
    void aMistypedFlagIsQuoted() {
        String reason = reason(RunFixtures.profile("typo", Collector.SERIAL, "-XX:+UseStringDeduplicatoin"), FEATURE);
        assertTrue(reason.contains("UseStringDeduplicatoin"), reason);
    }

    @Test
    void aCollectorThatTheJdkIsTooOldForIsNotTried() {
        String reason = reason(RunFixtures.profile("zgc", Collector.ZGC_GENERATIONAL), 17);
        assertTrue(reason.contains("generational ZGC needs JDK 21 or later"), reason);
    }

    @Test
    void whatTheJvmSaysInPassingIsNotTheReason() {
        Profile chatty = new Profile(
                "chatty",
                "",
                Collector.SERIAL,
                Optional.empty(),
                "jdk",
                true,
                // The first warns, the second ends it.
                List.of("-XX:+UseSerialGC", "-Xverify:none", "-XX:+NoSuchFlag"),
                Map.of("JAVA_TOOL_OPTIONS", "-Dspoken=loudly"),
                "chatty.properties");
        String reason = reason(chatty, FEATURE);
        assertTrue(reason.contains("NoSuchFlag"), reason);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLibraryThatTheLoaderDoesNotFindIsAReasonWithItsMend() {
        Profile preloading = new Profile(
                "malloc",
                "",
                Collector.SERIAL,
                Optional.empty(),
                "jdk",
                true,
                List.of(),
                Map.of("LD_PRELOAD", "libnosuchmalloc.so.9"),
                Optional.of("apt-get install nosuchmalloc"),
                true,
                "malloc.properties");
        String reason = probe(preloading, FEATURE).orElseThrow();
        assertTrue(reason.startsWith("not on this machine: libnosuchmalloc.so.9 cannot be preloaded"), reason);
        assertTrue(reason.endsWith("; install it: apt-get install nosuchmalloc"), reason);
    }

    @Test
    void aHomeWithoutALauncherIsAReason() {
        Launch launch = new Launch(RunFixtures.PLAIN, RunFixtures.jdk(17, "17.0.1+8", "/no/such/jdk"), "17");
        String reason = LaunchProbe.unavailable(launch).orElseThrow();
        assertTrue(reason.startsWith("not on this JDK (17.0.1): "), reason);
    }

    private static String reason(Profile profile, int feature) {
        String reason = probe(profile, feature).orElseThrow();
        assertTrue(reason.startsWith("not on this JDK (" + feature + ".0.1): "), reason);
        assertEquals(1, reason.lines().count(), reason);
        return reason;
    }

    private static Optional<String> probe(Profile profile, int feature) {
        return LaunchProbe.unavailable(new Launch(profile, RunFixtures.thisJdkAs(feature), "this"));
    }
}
