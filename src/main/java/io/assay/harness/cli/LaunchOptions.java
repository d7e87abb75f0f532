package io.assay.harness.cli;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Launch;
import io.assay.harness.run.LaunchProbe;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What forks run under. */
final class LaunchOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Runtime profile: a name in profiles/, or a file; repeatable (default: default).")
    private List<String> profiles = new ArrayList<>();

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            description = "JDK of the forks: its home folder, or a feature version such as 25; repeatable "
                    + "(default: the one that runs this).")
    private List<String> jdks = new ArrayList<>();

    LaunchOptions() {}

    /** Whether the user named a profile. */
    boolean namesProfiles() {
        return !profiles.isEmpty();
    }

    List<Profile> profiles() {
        return profiles(List.of(Profiles.DEFAULT));
    }

    /** Those that the user named, or else these. */
    List<Profile> profiles(List<String> otherwise) {
        Profiles known = new Profiles(Path.of(""));
        return (namesProfiles() ? profiles : otherwise)
                .stream().map(known::load).toList();
    }

    List<JdkFacts> jdks() {
        return (jdks.isEmpty() ? List.of(System.getProperty("java.home")) : jdks)
                .stream().map(Jdks::resolve).toList();
    }

    List<Launch> all() {
        return Launch.all(profiles(), jdks());
    }

    /**
     * For a command that cannot take several.
     *
     * @throws UserError if there are several, or if the JDK cannot do what the profile asks
     */
    Launch one() {
        List<Launch> all = all();
        if (all.size() > 1) {
            throw new UserError("this command takes one --profile and one --jdk; run it once for each");
        }
        Launch launch = all.get(0);
        LaunchProbe.unavailable(launch).ifPresent(reason -> {
            throw new UserError("--profile " + launch.profile().name() + ": " + reason);
        });
        return launch;
    }
}
