package io.assay.json;

import io.assay.harness.api.Cells;
import org.openjdk.jmh.annotations.Threads;

/** {@link JsonDirections} on as many threads as there are cores, each with its own documents. */
@Cells(JsonCells.class)
@Threads(Threads.MAX)
public class JsonAllCoresBenchmark extends JsonDirections {}
