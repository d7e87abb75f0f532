package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** The body of wrk's {@code POST /ping}. */
@CompiledJson
@Json
public class Ping {
    public int sequence;
}
