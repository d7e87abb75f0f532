package io.assay.json;

import io.assay.harness.api.Cells;
import org.openjdk.jmh.annotations.Threads;

/** {@link JsonDirections} on eight threads, the reference's shape; with fewer cores the rows are marked oversubscribed. */
@Cells(JsonCells.class)
@Threads(8)
public class JsonEightThreadsBenchmark extends JsonDirections {}
