package io.assay.harness.profiling.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What JMH and the JVM put around a benchmark is taken away or kept apart")
class TrimTest {
    private static final String WORKER = "[a.B.work-jmh-worker-1 tid=77]";
    private static final List<String> JMH = List.of(
            "java/lang/Thread.run_[0]",
            "org/openjdk/jmh/runner/BenchmarkHandler$BenchmarkTask.call_[0]",
            "a/jmh_generated/B_work_jmhTest.work_AverageTime_[0]",
            "a/jmh_generated/B_work_jmhTest.work_avgt_jmhStub_[j]");

    private static List<Frame> frames(List<String> outer, String... inner) {
        List<Frame> frames = new ArrayList<>();
        outer.forEach(raw -> frames.add(Frame.of(raw, false, false)));
        for (String raw : inner) {
            frames.add(Frame.of(raw, false, false));
        }
        return frames;
    }

    private static List<String> names(Trim.Trimmed trimmed) {
        assertEquals(Optional.empty(), trimmed.apart());
        return trimmed.frames().stream().map(Frame::name).toList();
    }

    @Test
    void theBenchmarkMethodBecomesTheRoot() {
        assertEquals(
                List.of("a.B.work", "java.util.HashMap.get"),
                names(Trim.of(WORKER, frames(JMH, "a/B.work_[i]", "java/util/HashMap.get_[j]"))));
    }

    @Test
    void theStubsOwnCodeAndWhatItCallsOfJmhAndJdkStayAsOneRoot() {
        assertEquals(List.of("[JMH loop]"), names(Trim.of(WORKER, frames(JMH))));
        assertEquals(
                List.of("[JMH loop]", "org.openjdk.jmh.infra.Blackhole.consume"),
                names(Trim.of(WORKER, frames(JMH, "org/openjdk/jmh/infra/Blackhole.consume_[i]"))));
        assertEquals(
                List.of("[JMH loop]", "java.lang.System.nanoTime"),
                names(Trim.of(WORKER, frames(JMH, "java/lang/System.nanoTime_[j]"))));
        assertEquals(List.of("[JMH loop]"), names(Trim.of(WORKER, frames(JMH.subList(0, 3)))));
    }

    @Test
    void aSetupMethodIsARootOfItsOwn() {
        assertEquals(List.of("a.B.fill"), names(Trim.of(WORKER, frames(JMH, "a/B.fill_[j]"))));
    }

    @Test
    void aThreadThatTheBenchmarkStartedIsARootOfItsOwnWhateverItsNumber() {
        List<Frame> stack = frames(List.of("java/lang/Thread.run_[0]"), "a/Loop.poll_[j]");
        assertEquals(
                List.of("[thread loop-#]", "java.lang.Thread.run", "a.Loop.poll"),
                names(Trim.of("[loop-12 tid=5]", stack)));
        assertEquals(Trim.of("[loop-12 tid=5]", stack), Trim.of("[loop-7 tid=99]", stack), "alike in every fork");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[C2 CompilerThre tid=9]  | JIT compiler",
                "[C1 CompilerThre tid=9]  | JIT compiler",
                "[GC Thread#0 tid=9]      | GC",
                "[G1 Conc#0 tid=9]        | GC",
                "[G1 Main Marker tid=9]   | GC",
                "[ZWorkerYoung#0 tid=9]   | GC",
                "[ZDriverMajor tid=9]     | GC",
                "[Shenandoah GC T tid=9]  | GC",
                "[VM Thread tid=9]        | JVM",
                "[VM Periodic Tas tid=9]  | JVM",
                "[tid=9]                  | JVM",
                "[a.B.work-jmh-worker-1 tid=9] | stack not readable"
            })
    void threadsOfTheJvmAreKeptApart(String thread, String whose) {
        Trim.Trimmed trimmed = Trim.of(thread.strip(), List.of(Frame.of("start_thread", false, false)));
        assertEquals(Optional.of(whose), trimmed.apart());
    }

    @Test
    void whatJmhDoesBetweenIterationsIsKeptApart() {
        Trim.Trimmed trimmed = Trim.of("[main tid=1]", frames(JMH.subList(0, 2), "java/util/ArrayList.add_[0]"));
        assertEquals(Optional.of("JMH"), trimmed.apart());
    }
}
