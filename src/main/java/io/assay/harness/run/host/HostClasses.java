package io.assay.harness.run.host;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Labelled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes that a {@link JmhHost} needs beside the benchmark jar, copied out: this program's own jar must not be on
 * that class path, because it carries another JMH and other benchmarks.
 */
final class HostClasses {
    private static final List<Class<?>> ALL = List.of(
            JmhHost.class,
            HostOrder.class,
            HostRow.class,
            Asked.class,
            FailureCause.class,
            EnumParams.class,
            Combinations.class,
            // Benchmarks of ours wear them; a foreign jar lacks them.
            Cells.class,
            CellRule.class,
            Headline.class,
            Headline.List.class,
            Heap.class,
            Labelled.class);

    private HostClasses() {}

    /** Copies them below the folder. */
    static void copyTo(Path folder) throws IOException {
        ClassFiles.copy(ALL.stream().map(ClassFiles::of).toList(), folder);
    }
}
