package io.assay.harness.cli;

import io.assay.harness.doctor.Doctor;
import io.assay.harness.doctor.DoctorText;
import io.assay.harness.doctor.NoiseFloor;
import io.assay.harness.run.NoiseRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay doctor}: what in this machine spoils a measurement. */
@Command(
        name = "doctor",
        description = "Shows what in this machine will spoil a measurement, and what to do about it.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  assay doctor", "  assay doctor --noise"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--noise",
            description = "Measure the noise floor too: half a minute of fixed work in a dozen forks.")
    private boolean noise;

    DoctorCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec here = java.util.Objects.requireNonNull(spec);
        PrintWriter out = here.commandLine().getOut();
        out.println(DoctorText.render(Doctor.examine()));
        if (noise) {
            double[] scores = NoiseRun.forkScores(new ConsoleProgress(
                    here.commandLine().getErr(), here.usageMessage().width()));
            out.println(NoiseFloor.of(scores).sentence());
        }
        return 0;
    }
}
