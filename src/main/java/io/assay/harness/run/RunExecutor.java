package io.assay.harness.run;

import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Carries a plan out, fork by fork, and keeps the run folder whole after each. */
public final class RunExecutor {
    private final Catalog catalog;
    private final Progress progress;
    private final Forks forks;

    /** Runs benchmarks of the catalog and tells how it goes. */
    public RunExecutor(Catalog catalog, Progress progress) {
        this(catalog, progress, ForkRunner.PATIENCE);
    }

    /** Runs benchmarks of another jar by that jar's own JMH. */
    public RunExecutor(OtherJar jar, Progress progress) {
        this(jar.catalog(), progress, new JarForks(jar, ForkRunner.PATIENCE));
    }

    RunExecutor(Catalog catalog, Progress progress, Duration patience) {
        this(catalog, progress, new ForkRunner(patience));
    }

    private RunExecutor(Catalog catalog, Progress progress, Forks forks) {
        this.catalog = catalog;
        this.progress = progress;
        this.forks = forks;
    }

    /**
     * Runs what was asked for.
     *
     * @param request what
     * @param path the run folder: new, or empty
     * @return the folder, with everything but the reports
     * @throws UserError if the request cannot be carried out at all; the folder is then not made
     */
    public RunFolder run(RunRequest request, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).plan(request);
        return run(request, plan, Optional.empty(), Optional.empty(), path, interruption);
    }

    /**
     * The same for the cells of a selection. Rounds go on until every row is narrow enough, the preset's forks are spent
     * or the budget is; every cell gets the fewest forks that it can be judged by.
     */
    public RunFolder run(RunRequest request, Selection selection, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).plan(request, selection);
        return run(request, plan, Optional.empty(), Optional.of(selection), path, interruption);
    }

    /**
     * The same for benchmarks that say at which sizes they can be run: a few sizes first, then those that the chooser
     * wants, until it wants none or the budget is spent.
     */
    public RunFolder run(RunRequest request, SizeChooser chooser, Path path, Interruption interruption) {
        Plan plan = new Planner(catalog, LaunchProbe::unavailable).planSizes(request);
        return run(request, plan, Optional.of(new SizePlan(catalog, chooser)), Optional.empty(), path, interruption);
    }

    private RunFolder run(
            RunRequest request,
            Plan plan,
            Optional<SizePlan> sizes,
            Optional<Selection> selection,
            Path path,
            Interruption interruption) {
        JmhLock lock = takeLock();
        try {
            RunFolder folder = RunFolder.create(path);
            return new Execution(catalog, progress, forks, request, plan, sizes, selection, folder, interruption).run();
        } finally {
            lock.close();
        }
    }

    private static JmhLock takeLock() {
        try {
            return JmhLock.take();
        } catch (JmhBusyException e) {
            throw e.toUserError();
        }
    }
}
