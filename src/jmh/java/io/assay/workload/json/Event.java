package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** The body of the One Million Request Challenge's {@code POST /event}. */
@CompiledJson
@Json
public class Event {
    @JsonAttribute(index = 0)
    public String userId;

    @JsonAttribute(index = 1)
    public double value;
}
