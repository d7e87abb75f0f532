package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A label of an issue. */
@CompiledJson
@Json
public class Label {
    public long id;
    public String nodeId;
    public String url;
    public String name;
    public String color;
    public boolean preset;
    public String description;
}
