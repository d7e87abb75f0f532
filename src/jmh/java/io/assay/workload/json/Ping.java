package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** The body of wrk's {@code POST /ping}. */
@CompiledJson
@Json
public class Ping {
    @JsonAttribute(index = 0)
    public int sequence;
}
