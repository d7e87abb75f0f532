package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** One point of a track. */
@CompiledJson
@Json
public class Position {
    public double latitude;
    public double longitude;
    public double elevation;
    public long time;
}
