package io.assay.harness.doctor;

import io.assay.harness.result.environment.CpuFacts;
import io.assay.harness.result.environment.CpuMeter;
import io.assay.harness.result.environment.Environment;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.MemoryFacts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Facts of a machine without fault, of which a test spoils one. */
final class SyntheticMachine {
    private static final long GIB = 1L << 30;
    private static final String U = "unknown";

    private int logical = 8;
    private int usable = 8;
    private String smt = "off";
    private String governor = "performance";
    private String boost = "off";
    private String virtualMachine = "none";
    private long available = 16 * GIB;
    private long swapUsed;
    private String hugePages = "madvise";
    private OptionalDouble quota = OptionalDouble.empty();
    private OptionalLong memoryLimit = OptionalLong.empty();
    private List<Double> load = List.of(0.1, 0.1, 0.1);
    private CpuMeter.Delta quiet =
            new CpuMeter.Delta(OptionalDouble.of(1), OptionalDouble.of(0), OptionalLong.of(0), OptionalLong.of(0));
    private CpuMeter.Delta loaded = quiet;
    private List<BusyProcess> busy = List.of();
    private TempFolder temp =
            new TempFolder(Path.of("tmp"), true, true, OptionalLong.of(9 * GIB), TempFolder.Lock.FREE);
    private List<JdkFacts> jdks = jdkList(17, 25);
    private ProfilerFacts profilers = new ProfilerFacts(
            OptionalLong.of(1), OptionalLong.of(0), Optional.of(Path.of("perf")), ProfilerFacts.Access.USABLE);
    private ClockFacts clock = new ClockFacts("tsc", 20, 20);

    SyntheticMachine cpus(int logical, int usable) {
        this.logical = logical;
        this.usable = usable;
        return this;
    }

    SyntheticMachine smt(String smt) {
        this.smt = smt;
        return this;
    }

    SyntheticMachine governor(String governor) {
        this.governor = governor;
        return this;
    }

    SyntheticMachine boost(String boost) {
        this.boost = boost;
        return this;
    }

    SyntheticMachine virtualMachine(String kind) {
        this.virtualMachine = kind;
        return this;
    }

    SyntheticMachine memory(long available, OptionalLong limit) {
        this.available = available;
        this.memoryLimit = limit;
        return this;
    }

    SyntheticMachine swapUsed(long bytes) {
        this.swapUsed = bytes;
        return this;
    }

    SyntheticMachine hugePages(String mode) {
        this.hugePages = mode;
        return this;
    }

    SyntheticMachine quota(double cpus) {
        this.quota = OptionalDouble.of(cpus);
        return this;
    }

    SyntheticMachine load(List<Double> averages) {
        this.load = averages;
        return this;
    }

    SyntheticMachine quiet(CpuMeter.Delta delta) {
        this.quiet = delta;
        return this;
    }

    SyntheticMachine loaded(CpuMeter.Delta delta) {
        this.loaded = delta;
        return this;
    }

    SyntheticMachine busy(List<BusyProcess> processes) {
        this.busy = processes;
        return this;
    }

    SyntheticMachine lock(TempFolder.Lock lock) {
        this.temp = new TempFolder(temp.folder(), temp.writable(), temp.executable(), temp.usableBytes(), lock);
        return this;
    }

    SyntheticMachine temp(boolean writable, boolean executable, long bytes) {
        this.temp = new TempFolder(temp.folder(), writable, executable, OptionalLong.of(bytes), temp.lock());
        return this;
    }

    SyntheticMachine jdks(Integer... features) {
        this.jdks = jdkList(features);
        return this;
    }

    SyntheticMachine profilers(ProfilerFacts facts) {
        this.profilers = facts;
        return this;
    }

    SyntheticMachine clock(ClockFacts facts) {
        this.clock = facts;
        return this;
    }

    DoctorFacts facts() {
        CpuFacts cpu = new CpuFacts(
                "M", OptionalInt.of(logical), OptionalInt.of(logical), usable, smt, governor, boost, virtualMachine);
        MemoryFacts memory = new MemoryFacts(
                OptionalLong.of(32 * GIB),
                OptionalLong.of(available),
                OptionalLong.of(8 * GIB),
                OptionalLong.of(swapUsed),
                hugePages);
        Environment.OsFacts os = new Environment.OsFacts("Linux", "1", "6.1", "amd64", "tsc", "no");
        return new DoctorFacts(
                new Environment(cpu, memory, os, "v2", quota, memoryLimit, load),
                quiet,
                loaded,
                busy,
                temp,
                jdks,
                profilers,
                clock);
    }

    /** Every fault at once. */
    static DoctorFacts spoiled() {
        return new SyntheticMachine()
                .cpus(8, 1)
                .smt("on")
                .governor("powersave")
                .boost("on")
                .virtualMachine("KVM")
                .memory(1000, OptionalLong.of(1000))
                .swapUsed(4 * GIB)
                .hugePages("always")
                .quota(0.5)
                .load(List.of(99.0, 99.0, 99.0))
                .quiet(new CpuMeter.Delta(
                        OptionalDouble.of(90), OptionalDouble.of(9), OptionalLong.of(9), OptionalLong.of(9)))
                .loaded(new CpuMeter.Delta(
                        OptionalDouble.of(90), OptionalDouble.of(9), OptionalLong.of(9), OptionalLong.of(9)))
                .busy(List.of(new BusyProcess("x", 1, 1)))
                .temp(false, false, 0)
                .lock(TempFolder.Lock.HELD)
                .jdks()
                .profilers(new ProfilerFacts(
                        OptionalLong.of(4), OptionalLong.of(2), Optional.empty(), ProfilerFacts.Access.REFUSED))
                .clock(new ClockFacts("hpet", 2000, 70))
                .facts();
    }

    /** A system that answers no question. */
    static DoctorFacts unknown() {
        OptionalLong none = OptionalLong.empty();
        return new DoctorFacts(
                new Environment(
                        new CpuFacts(U, OptionalInt.empty(), OptionalInt.empty(), 4, U, CpuFacts.NO_GOVERNOR, U, U),
                        new MemoryFacts(none, none, none, none, U),
                        new Environment.OsFacts(U, U, U, U, U, U),
                        "none",
                        OptionalDouble.empty(),
                        none,
                        List.of()),
                new CpuMeter.Delta(OptionalDouble.empty(), OptionalDouble.empty(), none, none),
                new CpuMeter.Delta(OptionalDouble.empty(), OptionalDouble.empty(), none, none),
                List.of(),
                new TempFolder(Path.of("tmp"), true, true, none, TempFolder.Lock.FREE),
                List.of(),
                new ProfilerFacts(none, none, Optional.empty(), ProfilerFacts.Access.UNKNOWN),
                new ClockFacts(U, 25, 40));
    }

    private static List<JdkFacts> jdkList(Integer... features) {
        return Arrays.stream(features)
                .map(feature ->
                        new JdkFacts(Path.of("jdk" + feature), feature + ".0.1", feature, "V", feature + ".0.1+1"))
                .toList();
    }
}
