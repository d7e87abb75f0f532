package example;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two ways to put words together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsPrepend = "-XX:+UseParallelGC",
        jvmArgs = {"-Xms384m", "-Xmx384m"},
        jvmArgsAppend = "-XX:-UsePerfData")
public class JoinBenchmark {
    @Param({"10", "1000"})
    private int words;

    private List<String> text;

    @Setup
    public void prepare() {
        text = Collections.nCopies(words, "word");
    }

    @Benchmark
    public String join() {
        return String.join(" ", text);
    }

    @Benchmark
    public String builder() {
        StringBuilder joined = new StringBuilder();
        for (String word : text) {
            joined.append(joined.length() == 0 ? "" : " ").append(word);
        }
        return joined.toString();
    }
}
