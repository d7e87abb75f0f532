package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** One point of a track. */
@CompiledJson
@Json
public class Position {
    @JsonAttribute(index = 0)
    public double latitude;

    @JsonAttribute(index = 1)
    public double longitude;

    @JsonAttribute(index = 2)
    public double elevation;

    @JsonAttribute(index = 3)
    public long time;
}
