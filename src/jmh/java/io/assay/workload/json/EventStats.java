package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** The answer to the One Million Request Challenge's {@code GET /stats}. */
@CompiledJson
@Json
public class EventStats {
    @JsonAttribute(index = 0)
    public long totalRequests;

    @JsonAttribute(index = 1)
    public long uniqueUsers;

    @JsonAttribute(index = 2)
    public double sum;

    @JsonAttribute(index = 3)
    public double avg;
}
