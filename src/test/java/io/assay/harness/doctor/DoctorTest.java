package io.assay.harness.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.doctor.Finding.Severity;
import io.assay.harness.result.environment.CpuMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static final long GIB = 1L << 30;

    @Test
    void aGoodMachineHasNothingToDo() {
        for (Finding finding : Doctor.examine(new SyntheticMachine().facts())) {
            assertEquals(Severity.OK, finding.severity(), finding.toString());
            assertEquals("", finding.advice());
        }
    }

    @Test
    void aMachineThatTellsNothingIsExaminedAllTheSame() {
        List<Finding> findings = Doctor.examine(SyntheticMachine.unknown());
        assertTrue(findings.stream().noneMatch(finding -> finding.severity() == Severity.BAD), findings.toString());
        assertTrue(findings.stream().anyMatch(finding -> finding.observed().contains("unknown")));
    }

    @Test
    void everythingThatIsNotFineSaysWhatToDo() {
        for (DoctorFacts facts : List.of(SyntheticMachine.unknown(), SyntheticMachine.spoiled())) {
            Doctor.examine(facts).stream()
                    .filter(finding -> finding.severity() != Severity.OK)
                    .forEach(finding -> assertTrue(finding.advice().length() > 10, finding.toString()));
        }
    }

    @Test
    void whatChangesTheMachineSaysHowToUndoIt() {
        for (Finding finding : Doctor.examine(SyntheticMachine.spoiled())) {
            if (finding.advice().contains("sudo ") || finding.advice().contains("kill ")) {
                assertTrue(finding.advice().contains("undo: "), finding.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, BAD", "2, WARN", "3, WARN", "4, OK", "64, OK"})
    void cores(int usable, Severity expected) {
        assertEquals(
                expected,
                finding("cores", machine -> machine.cpus(usable, usable)).severity());
    }

    @Test
    void containers() {
        assertEquals(
                Severity.WARN,
                finding("container", machine -> machine.quota(1.5)).severity());
        Finding throttled = finding(
                "container",
                machine -> machine.quota(1.5)
                        .loaded(new CpuMeter.Delta(
                                OptionalDouble.of(0), OptionalDouble.of(0), OptionalLong.of(3), OptionalLong.of(9))));
        assertEquals(Severity.BAD, throttled.severity());
        assertEquals("cgroup v2, quota of 1.50 CPUs, throttled 3 times in a second of full load", throttled.observed());
        Finding bound = finding("container", machine -> machine.cpus(16, 4));
        assertEquals(Severity.NOTE, bound.severity());
        assertTrue(bound.advice().contains("taskset -apc 0-15 PID"));
    }

    @ParameterizedTest
    @CsvSource({
        "performance, OK, ''",
        "'powersave', WARN, 'undo: sudo cpupower frequency-set -g powersave.'",
        "'ondemand,performance', WARN, 'undo: sudo cpupower frequency-set -g ondemand.'",
        "none visible, NOTE, ''"
    })
    void governor(String governor, Severity expected, String undo) {
        Finding finding = finding("governor", machine -> machine.governor(governor));
        assertEquals(expected, finding.severity());
        assertTrue(finding.advice().endsWith(undo), finding.advice());
    }

    @ParameterizedTest
    @CsvSource({"none, OK", "KVM, NOTE", "unnamed, NOTE", "unknown, NOTE"})
    void virtualMachine(String kind, Severity expected) {
        assertEquals(
                expected,
                finding("virtual machine", machine -> machine.virtualMachine(kind))
                        .severity());
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "0.5, NOTE", "3, WARN", "12, BAD"})
    void steal(double percent, Severity expected) {
        assertEquals(
                expected,
                finding("steal", machine -> machine.loaded(delta(0, percent))).severity());
    }

    @ParameterizedTest
    @CsvSource({"2, OK", "8, NOTE", "20, WARN", "60, BAD"})
    void processes(double busyPercent, Severity expected) {
        Finding finding = finding(
                "processes",
                machine -> machine.quiet(delta(busyPercent, 0)).busy(List.of(new BusyProcess("mvn", 42, 0.5))));
        assertEquals(expected, finding.severity());
        assertTrue(finding.observed().endsWith("most by mvn (pid 42) 0.50 CPUs"), finding.observed());
        assertEquals(expected == Severity.OK, finding.advice().isEmpty());
        assertEquals(expected != Severity.OK, finding.advice().contains("kill -CONT 42"));
    }

    @ParameterizedTest
    @CsvSource({"0.5, OK", "2, NOTE", "4, WARN", "40, WARN"})
    void loadIsPerCpu(double load, Severity expected) {
        assertEquals(
                expected,
                finding("load", machine -> machine.cpus(4, 4).load(List.of(load, 9.0, 9.0)))
                        .severity());
    }

    @Test
    void memoryIsWhatTheTighterLimitLeaves() {
        assertEquals(
                Severity.BAD,
                finding("memory", machine -> machine.memory(GIB / 2, OptionalLong.empty()))
                        .severity());
        assertEquals(
                Severity.WARN,
                finding("memory", machine -> machine.memory(8 * GIB, OptionalLong.of(GIB * 3 / 2)))
                        .severity());
        assertEquals(
                Severity.OK,
                finding("memory", machine -> machine.memory(8 * GIB, OptionalLong.of(4 * GIB)))
                        .severity());
    }

    @Test
    void swapAndHugePages() {
        assertEquals(
                Severity.NOTE,
                finding("swap", machine -> machine.swapUsed(1 << 20)).severity());
        assertEquals(
                Severity.WARN,
                finding("swap", machine -> machine.swapUsed(4 * GIB)).severity());
        assertEquals(
                Severity.NOTE,
                finding("huge pages", machine -> machine.hugePages("always")).severity());
        assertEquals(
                Severity.OK,
                finding("huge pages", machine -> machine.hugePages("madvise")).severity());
    }

    @Test
    void boostAndSmt() {
        assertEquals(
                Severity.NOTE, finding("boost", machine -> machine.boost("on")).severity());
        assertEquals(Severity.NOTE, finding("SMT", machine -> machine.smt("on")).severity());
    }

    @Test
    void clocks() {
        Finding hpet = finding("clock", machine -> machine.clock(new ClockFacts("hpet", 900, 70)));
        assertEquals(Severity.WARN, hpet.severity());
        assertTrue(hpet.advice().contains("undo: echo hpet"));
        assertEquals("hpet; System.nanoTime takes 900 ns, steps of 70 ns", hpet.observed());
        assertEquals(
                Severity.NOTE,
                finding("clock", machine -> machine.clock(new ClockFacts("unknown", 30, 100)))
                        .severity());
        assertEquals(
                Severity.BAD,
                finding("clock", machine -> machine.clock(new ClockFacts("acpi_pm", 3000, 279)))
                        .severity());
    }

    @Test
    void temporaryFolder() {
        assertEquals(
                Severity.BAD,
                finding("JMH lock", machine -> machine.lock(TempFolder.Lock.HELD))
                        .severity());
        assertEquals(
                Severity.BAD,
                finding("JMH lock", machine -> machine.lock(TempFolder.Lock.REFUSED))
                        .severity());
        assertEquals(
                Severity.BAD,
                finding("temp folder", machine -> machine.temp(false, false, GIB))
                        .severity());
        assertEquals(
                Severity.WARN,
                finding("temp folder", machine -> machine.temp(true, false, GIB))
                        .severity());
        assertEquals(
                Severity.WARN,
                finding("temp folder", machine -> machine.temp(true, true, 1000))
                        .severity());
    }

    @Test
    void missingJdksAreNamed() {
        Finding none = finding("JDKs", machine -> machine.jdks());
        assertEquals("none found; missing: 17 and 25", none.observed());
        Finding one = finding("JDKs", machine -> machine.jdks(17, 21));
        assertEquals(Severity.WARN, one.severity());
        assertEquals("17.0.1 (V), 21.0.1 (V); missing: 25", one.observed());
        assertTrue(one.advice().contains("openjdk-25-jdk"));
    }

    @Test
    void profilers() {
        assertEquals(Severity.NOTE, perf("perf events", 2, 0).severity());
        Finding paranoid = perf("perf events", 4, 0);
        assertEquals(Severity.WARN, paranoid.severity());
        assertTrue(paranoid.advice().contains("undo: sudo sysctl kernel.perf_event_paranoid=4"));
        assertEquals(Severity.NOTE, perf("symbols", 1, 2).severity());
        for (ProfilerFacts.Access access : ProfilerFacts.Access.values()) {
            Finding finding = finding(
                    "counters",
                    machine -> machine.profilers(
                            new ProfilerFacts(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), access)));
            assertEquals(access == ProfilerFacts.Access.USABLE, finding.severity() == Severity.OK);
        }
    }

    @Test
    void thisMachine() throws InterruptedException {
        List<Finding> findings = Doctor.examine(DoctorFacts.capture(Duration.ofMillis(20)));
        assertEquals(Doctor.examine(SyntheticMachine.unknown()).size(), findings.size());
        assertEquals(
                findings.size(), findings.stream().map(Finding::name).distinct().count());
        assertFalse(DoctorText.render(findings).isBlank());
    }

    private static Finding perf(String name, long paranoid, long restrict) {
        return finding(
                name,
                machine -> machine.profilers(new ProfilerFacts(
                        OptionalLong.of(paranoid),
                        OptionalLong.of(restrict),
                        Optional.empty(),
                        ProfilerFacts.Access.USABLE)));
    }

    private static CpuMeter.Delta delta(double busy, double steal) {
        return new CpuMeter.Delta(
                OptionalDouble.of(busy), OptionalDouble.of(steal), OptionalLong.of(0), OptionalLong.of(0));
    }

    private static Finding finding(String name, UnaryOperator<SyntheticMachine> change) {
        return Doctor.examine(change.apply(new SyntheticMachine()).facts()).stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
