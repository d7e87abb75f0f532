package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** A label of an issue. */
@CompiledJson
@Json
public class Label {
    @JsonAttribute(index = 0)
    public long id;

    @JsonAttribute(index = 1)
    public String nodeId;

    @JsonAttribute(index = 2)
    public String url;

    @JsonAttribute(index = 3)
    public String name;

    @JsonAttribute(index = 4)
    public String color;

    @JsonAttribute(index = 5)
    public boolean preset;

    @JsonAttribute(index = 6)
    public String description;
}
