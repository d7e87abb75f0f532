package io.assay.harness.run.host;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;
import org.openjdk.jmh.util.Version;

/**
 * The other end of {@link HostProcess}: runs in a JVM whose class path is a benchmark jar, behind the few classes of
 * {@link HostClasses}, and has that jar's own JMH start one fork at a time. One process for all forks of a jar, because
 * a JMH started anew for each fork costs a third of a second more. Uses only what JMH has had since 1.23.
 */
public final class JmhHost {
    /** Commands on standard input. */
    static final String LIST = "list";

    static final String RUN = "run";

    static final String VERSION = "version";

    /** Replies on standard output: what was asked for, or one line that says why not. */
    static final String OK = "ok";

    static final String FAILED = "failed";

    private JmhHost() {}

    /**
     * Serves until standard input ends.
     *
     * @param args the benchmark jar: the class path of its forks
     */
    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // What JMH or a benchmark's static initialiser prints must not get between the replies.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setProperty("java.class.path", args[0]);
        while (true) {
            String command;
            try {
                command = in.readUTF();
            } catch (EOFException end) {
                return;
            }
            if (command.equals(LIST)) {
                list(HostOrder.readMap(in), out);
            } else if (command.equals(VERSION)) {
                out.writeUTF(Version.getPlainVersion());
            } else {
                run(HostOrder.read(in), out);
            }
            out.flush();
        }
    }

    private static void list(Map<String, String> replaced, DataOutputStream out) throws IOException {
        List<HostRow> rows = new ArrayList<>();
        try {
            for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                    .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())) {
                add(entry, replaced, rows);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            out.writeUTF(FAILED);
            out.writeUTF(String.valueOf(e));
            return;
        }
        out.writeUTF(OK);
        out.writeInt(rows.size());
        for (HostRow row : rows) {
            row.write(out);
        }
    }

    private static void add(BenchmarkListEntry entry, Map<String, String> replaced, List<HostRow> rows)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(entry.getUserClassQName(), false, JmhHost.class.getClassLoader());
        Map<String, List<String>> params = new LinkedHashMap<>();
        if (entry.getParams().hasValue()) {
            entry.getParams()
                    .get()
                    .forEach((name, values) -> params.put(
                            name,
                            replaced.containsKey(name)
                                    ? List.of(replaced.get(name).split(","))
                                    : List.of(values)));
        }
        String unknown = unknownConstant(params, replaced.keySet(), EnumParams.of(type, params.keySet()));
        Heap heap = type.getAnnotation(Heap.class);
        Cells cells = type.getAnnotation(Cells.class);
        CellRule rule = cells == null ? null : cells.value().getConstructor().newInstance();
        List<Headline> headlines = headlines(type, entry.getUsername());
        int threads = Asked.threads(entry.getThreads().orElse(1), entry.getThreadGroups());
        List<String> flags = list(entry.getJvmArgs());
        List<String> before = list(entry.getJvmArgsPrepend());
        List<String> behind = list(entry.getJvmArgsAppend());
        List<String> added = Stream.concat(before.stream(), behind.stream()).toList();
        List<String> all =
                Stream.of(before, flags, behind).flatMap(List::stream).toList();
        int operations = entry.getOperationsPerInvocation().orElse(1);
        Mode[] modes = entry.getMode() == Mode.All ? Mode.values() : new Mode[] {entry.getMode()};
        for (Mode mode : modes) {
            for (Map<String, String> row : Combinations.of(params)) {
                if (mode == Mode.All) {
                    continue;
                }
                // A rule may take its parameters for constants that there are.
                String reason = rule == null || !unknown.isEmpty()
                        ? unknown
                        : rule.reasonNotToRun(row, Runtime.version().feature());
                rows.add(new HostRow(
                        entry.getUsername(),
                        mode.shortLabel(),
                        row,
                        Asked.heap(heap == null ? Heap.DEFAULT : heap.mebibytes(), all),
                        threads,
                        flags,
                        headlines.stream().anyMatch(headline -> covers(headline, row)),
                        reason == null ? "" : reason,
                        operations,
                        added,
                        Asked.of(entry)));
            }
        }
    }

    /** Empty where the annotation says nothing. */
    private static List<String> list(Optional<Collection<String>> said) {
        return said.hasValue() ? List.copyOf(said.get()) : List.of();
    }

    /** Why none of a benchmark's rows can run, where the values that were asked for are none of an enum's; else empty. */
    private static String unknownConstant(
            Map<String, List<String>> params, Set<String> replaced, Map<String, List<String>> constants) {
        for (Map.Entry<String, List<String>> known : constants.entrySet()) {
            List<String> wanted = params.getOrDefault(known.getKey(), List.of());
            List<String> there =
                    wanted.stream().filter(known.getValue()::contains).toList();
            if (there.isEmpty() && replaced.contains(known.getKey())) {
                return known.getKey() + " is never " + String.join(" or ", wanted) + " here, but "
                        + String.join(", ", known.getValue());
            }
            params.put(known.getKey(), there);
        }
        return "";
    }

    private static List<Headline> headlines(Class<?> type, String name) {
        List<Headline> found = new ArrayList<>(List.of(type.getAnnotationsByType(Headline.class)));
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name.substring(name.lastIndexOf('.') + 1))) {
                found.addAll(List.of(method.getAnnotationsByType(Headline.class)));
            }
        }
        return found;
    }

    private static boolean covers(Headline headline, Map<String, String> row) {
        for (String restriction : headline.value()) {
            int equals = restriction.indexOf('=');
            String value = row.get(restriction.substring(0, Math.max(0, equals)));
            if (value == null
                    || !List.of(restriction.substring(equals + 1).split(",")).contains(value)) {
                return false;
            }
        }
        return true;
    }

    private static void run(HostOrder order, DataOutputStream out) throws IOException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + java.util.regex.Pattern.quote(order.benchmark()) + "$")
                .mode(Mode.deepValueOf(order.mode()))
                .forks(1)
                .warmupForks(0)
                .warmupIterations(order.warmupIterations())
                .measurementIterations(order.iterations())
                .measurementTime(TimeValue.milliseconds(order.iterationMillis()))
                .timeout(new TimeValue(order.timeoutSeconds(), TimeUnit.SECONDS))
                .shouldFailOnError(true)
                .jvm(order.java())
                .jvmArgs(order.flags().toArray(new String[0]))
                .resultFormat(ResultFormatType.JSON)
                .result(order.result())
                .output(order.transcript());
        if (order.warmupIterations() > 0) {
            options.warmupTime(TimeValue.milliseconds(order.warmupMillis()));
        }
        order.params().forEach((name, value) -> options.param(name, value));
        // Elsewhere where the order says so: what a profiler before it allocates is none of the benchmark's.
        if (!order.profilers().containsKey(GCProfiler.class.getName())) {
            options.addProfiler(GCProfiler.class);
        }
        order.profilers().forEach(options::addProfiler);
        try {
            boolean measured = !new Runner(options.build()).run().isEmpty();
            out.writeUTF(measured && new File(order.result()).length() > 0 ? OK : FAILED);
            out.writeUTF(measured ? "" : FailureCause.thrownBy(heard(order), "the fork returned no result"));
        } catch (RunnerException | RuntimeException | LinkageError e) {
            out.writeUTF(FAILED);
            out.writeUTF(FailureCause.of(e, heard(order)));
        }
    }

    private static String heard(HostOrder order) throws IOException {
        Path transcript = Path.of(order.transcript());
        return Files.exists(transcript) ? new String(Files.readAllBytes(transcript), StandardCharsets.UTF_8) : "";
    }
}
