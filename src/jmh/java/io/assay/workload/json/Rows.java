package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.List;

/** A page of records. */
@CompiledJson
@Json
public class Rows {
    @JsonAttribute(index = 0)
    public int total;

    @JsonAttribute(index = 1)
    public String next;

    @JsonAttribute(index = 2)
    public List<Row> rows;
}
