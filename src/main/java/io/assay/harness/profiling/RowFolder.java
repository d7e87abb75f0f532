package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.page.FlamePage;
import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.FrameChange;
import io.assay.harness.profiling.stacks.FrameChanges;
import io.assay.harness.profiling.stacks.FrameShares;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes what was found of one row: graphs, collapsed stacks, tables. */
final class RowFolder {
    private final Path folder;
    private final RowKey key;

    RowFolder(Path folder, RowKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** One event of one version. */
    Graph single(SampledEvent event, List<SampledFork.Sampled> forks, List<String> facts) throws IOException {
        RowProfile profile = RowProfile.read(forks, event);
        Profile all = profile.all();
        FlamePage.Rows table = ProfileTables.top(FrameShares.of(all));
        List<String> said = new ArrayList<>(profile.facts());
        said.addAll(facts);
        Path page = folder.resolve(event.key() + ".html");
        String title = key + ", " + event.key();
        write(page, FlamePage.of(new FlamePage.Text(title, said, event.unit(), table), all));
        write(folder.resolve(event.key() + ".collapsed"), all.collapsed());
        String text = all.samples() == 0 ? none(event) : ProfileTables.text(table);
        return graph(event.key(), page, title, profile.facts(), text, List.of());
    }

    /** One event of two versions. */
    Graph differential(
            SampledEvent event, List<SampledFork.Sampled> base, List<SampledFork.Sampled> head, List<String> facts)
            throws IOException {
        RowProfile before = RowProfile.read(base, event);
        RowProfile after = RowProfile.read(head, event);
        List<FrameChange> changes = FrameChanges.of(before.forks(), after.forks());
        Set<Frame> above = new HashSet<>();
        List<String> named = new ArrayList<>();
        for (FrameChange change : changes) {
            if (change.aboveNoise()) {
                above.add(change.frame());
                above.addAll(change.along());
                named.add(change.frame().name());
            }
        }
        List<String> said = new ArrayList<>();
        before.facts().forEach(fact -> said.add("base: " + fact));
        after.facts().forEach(fact -> said.add("head: " + fact));
        said.add(verdict(named.size(), before, after));
        FlamePage.Rows table = ProfileTables.changes(changes);
        List<String> onPage = new ArrayList<>(said);
        onPage.add(
                "each frame is as wide as the mean of its two shares; red grew, blue shrank, pale is within noise, hatched vanished");
        onPage.addAll(facts);
        String name = event.key() + "-diff";
        String title = key + ", " + event.key() + ", base against head";
        Path page = folder.resolve(name + ".html");
        write(
                page,
                FlamePage.of(new FlamePage.Text(title, onPage, event.unit(), table), before.all(), after.all(), above));
        write(folder.resolve(event.key() + "-base.collapsed"), before.all().collapsed());
        write(folder.resolve(event.key() + "-head.collapsed"), after.all().collapsed());
        boolean empty = before.all().samples() == 0 && after.all().samples() == 0;
        return graph(name, page, title, said, empty ? none(event) : ProfileTables.text(table), named);
    }

    private static String verdict(int above, RowProfile base, RowProfile head) {
        int fewest = Math.min(base.forks().size(), head.forks().size());
        if (fewest < 2) {
            return "no frame can be told from noise: that takes two forks a side at the least (--forks "
                    + FlameSettings.FORKS_A_SIDE + ")";
        }
        double samples = Math.min(
                (double) base.all().samples() / base.forks().size(),
                (double) head.all().samples() / head.forks().size());
        double visible = samples == 0 ? 1 : FrameChanges.visible(0.05, 50, fewest, samples);
        String sight = visible >= 0.5
                ? "; too few samples to show any but the crassest change"
                : String.format(Locale.ROOT, "; a frame of 5%% shows from about %.1f points on", 100 * visible);
        return (above == 0 ? "no frame" : above == 1 ? "1 frame" : above + " frames")
                + " above noise (identical versions show any in at most "
                + Math.round(100 * FrameChanges.FALSE_ALARMS) + "% of profiles)" + sight;
    }

    private static String none(SampledEvent event) {
        return switch (event) {
            case CPU, WALL -> "no samples: sample longer (--time)\n";
            case ALLOC -> "no samples: it allocates less than a sample's 256 KiB in all its measured time\n";
            case LOCK -> "no samples: no thread waited a microsecond for a lock\n";
            case NATIVEMEM -> "no samples: it never called malloc\n";
        };
    }

    private Graph graph(String name, Path page, String title, List<String> facts, String table, List<String> changed) {
        StringBuilder text = new StringBuilder(title + "\n");
        facts.forEach(fact -> text.append("  ").append(fact).append('\n'));
        text.append(table);
        write(folder.resolve(name + ".txt"), text.toString());
        return new Graph(key, name, page, text.toString(), changed);
    }

    private static void write(Path file, String text) {
        RunFolder.writeAtomically(file, text);
    }
}
