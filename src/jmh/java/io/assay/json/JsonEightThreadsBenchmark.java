package io.assay.json;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import org.openjdk.jmh.annotations.Threads;

/** {@link JsonDirections} on eight threads, the reference's shape; with fewer cores the rows are marked oversubscribed. */
@Cells(JsonCells.class)
@Threads(8)
@Headline({"workload=REFERENCE", "implementation=ASSAY,FORY"})
public class JsonEightThreadsBenchmark extends JsonDirections {}
