package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** A page of records. */
@CompiledJson
@Json
public class Rows {
    public int total;
    public String next;
    public List<Row> rows;
}
