package io.assay.harness.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.doctor.ProfilerFacts.Access;
import io.assay.harness.result.environment.HostFiles;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorProbesTest {
    @TempDir
    Path folder;

    @Test
    void theLockOfJmh() throws IOException {
        assertEquals(TempFolder.Lock.FREE, TempFolder.capture(folder).lock());
        Path file = Files.createFile(folder.resolve("jmh.lock"));
        assertEquals(TempFolder.Lock.FREE, TempFolder.capture(folder).lock(), "left behind by a run that was killed");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertTrue(held.isValid());
            assertEquals(TempFolder.Lock.HELD, TempFolder.capture(folder).lock());
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(TempFolder.Lock.REFUSED, TempFolder.capture(folder).lock());
    }

    @Test
    void theTemporaryFolder() throws IOException {
        TempFolder good = TempFolder.capture(folder);
        assertTrue(good.writable());
        assertTrue(good.usableBytes().isPresent());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        TempFolder absent = TempFolder.capture(folder.resolve("absent"));
        assertFalse(absent.writable());
        assertTrue(absent.usableBytes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "597175,,cycles:u,100,100.00,, | USABLE",
                "<not supported>,,cycles:u,0,100.00,, | NOT_SUPPORTED",
                "<not counted>,,cycles:u,0,0.00,, | UNKNOWN",
                "Error: Consider adjusting /proc/sys/kernel/perf_event_paranoid setting | REFUSED",
                "WARNING: perf not found for kernel 6.1 | UNKNOWN",
                "'' | UNKNOWN"
            })
    void perfStat(String output, Access expected) {
        assertEquals(expected, ProfilerFacts.parseStat(output + "\n"));
    }

    @Test
    void countersByDevice() {
        assertEquals(Access.NOT_SUPPORTED, ProfilerFacts.fromDevices(List.of("msr", "software", "tracepoint")));
        assertEquals(Access.UNKNOWN, ProfilerFacts.fromDevices(List.of("cpu", "msr")), "there, but perhaps not for us");
        assertEquals(Access.UNKNOWN, ProfilerFacts.fromDevices(List.of("armv8_pmuv3_0")));
        assertEquals(Access.UNKNOWN, ProfilerFacts.fromDevices(List.of()), "not Linux");
    }

    @Test
    void aSystemWithoutPerf() {
        ProfilerFacts facts = ProfilerFacts.capture(new HostFiles(folder), null);
        assertTrue(facts.perfEventParanoid().isEmpty());
        assertEquals(Optional.empty(), facts.perf());
        assertEquals(Access.UNKNOWN, facts.hardware());
        assertEquals(
                Optional.empty(), ProfilerFacts.find("perf", File.pathSeparator + "\0" + File.pathSeparator + folder));
    }

    @Test
    void theClockHasASpeed() {
        ClockFacts clock = ClockFacts.measure("tsc");
        assertTrue(clock.latencyNanos() > 0);
        assertTrue(clock.granularityNanos() > 0);
    }
}
