package io.assay.jcstress;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * jcstress's runners, one class after the other in this JVM. jcstress's own program starts two dozen JVMs to see what they can
 * do and then one for each class, which spends most of a second on its start, and the little time that is left on code that is
 * not compiled yet. All actors are compiled alike, by the compiler's own choices, and their threads run where the scheduler
 * puts them. What is not ended in order, because an actor throws or hangs, leaves a thread behind that those after it would
 * share the processors with: it is reported, and they are not run.
 */
public final class OneJvm {
    private static final ObjectName DIAGNOSTICS = diagnostics();

    private final Options options;
    private final Path directives;

    private OneJvm(Options options, Path directives) {
        this.options = options;
        this.directives = directives;
    }

    /** With jcstress's options; ends with 1 if a class failed, as jcstress does. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        if (!options.parse()) {
            System.exit(1);
        }
        Path directives = Path.of("directives").toAbsolutePath();
        DiskWriteCollector results = new DiskWriteCollector(options.getResultFile());
        boolean passed = false;
        try {
            passed = new OneJvm(options, directives).runAll(results);
        } catch (Throwable e) {
            // To the log: it would be lost, as the JVM ends by force.
            e.printStackTrace();
        }
        results.close();
        // Not by a return: what hangs has threads that would not let the JVM end.
        System.exit(passed ? 0 : 1);
    }

    private boolean runAll(DiskWriteCollector results) throws Exception {
        Pattern pattern = Pattern.compile(options.getTestFilter());
        boolean passed = true;
        boolean ended = true;
        for (Iterator<String> names = TestList.tests().iterator(); names.hasNext() && ended; ) {
            String name = names.next();
            TestInfo test = TestList.getInfo(name);
            if (pattern.matcher(name).find() && test.threads() <= options.getCPUCount()) {
                TestConfig config = config(test);
                direct(config);
                System.out.println(name);
                Runner<?> runner = runner(config);
                TestResult result = runner.run();
                result.setConfig(config);
                results.add(result);
                System.out.println("  " + result.status() + " " + result.grading().failureMessages + " of "
                        + result.getTotalCount());
                passed &= result.status() == Status.NORMAL && result.grading().isPassed;
                ended = result.status() == Status.NORMAL && !runner.forceExit();
            }
        }
        return passed;
    }

    private TestConfig config(TestInfo test) {
        SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, test.threads(), NodeType.PACKAGE);
        return new TestConfig(options, test, 0, List.of(), CompileMode.UNIFIED, anywhere);
    }

    private static Runner<?> runner(TestConfig config) throws ReflectiveOperationException {
        return Class.forName(config.generatedRunnerName)
                .asSubclass(Runner.class)
                .getConstructor(ForkedTestConfig.class)
                .newInstance(new ForkedTestConfig(config));
    }

    /** Tells the compiler what jcstress would tell it on the command line: what of a class is compiled by itself. */
    private void direct(TestConfig config) throws IOException, JMException {
        try (PrintWriter writer = new PrintWriter(directives.toFile(), StandardCharsets.UTF_8)) {
            config.generateDirectives(writer, options.verbosity());
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.invoke(DIAGNOSTICS, "compilerDirectivesClear", null, null);
        Object answer = server.invoke(
                DIAGNOSTICS,
                "compilerDirectivesAdd",
                new Object[] {new String[] {directives.toString()}},
                new String[] {String[].class.getName()});
        // A file that it cannot read is no exception.
        if (!String.valueOf(answer).contains("directives added")) {
            throw new IllegalStateException("compiler directives of " + config.name + ": " + answer);
        }
    }

    private static ObjectName diagnostics() {
        try {
            return new ObjectName("com.sun.management:type=DiagnosticCommand");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
