package io.assay.json;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;

/** {@link JsonDirections} on one thread. */
@Cells(JsonCells.class)
@Headline({"workload=REFERENCE", "implementation=ASSAY,DSL_JSON,FASTJSON2,JACKSON3,FORY"})
@Headline({"workload=RECORDS", "implementation=ASSAY,DSL_JSON,FORY"})
public class JsonBenchmark extends JsonDirections {}
