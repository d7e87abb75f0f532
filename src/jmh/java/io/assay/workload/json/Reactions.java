package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** How often who reacted. */
@CompiledJson
@Json
public class Reactions {
    @JsonAttribute(index = 0)
    public String url;

    @JsonAttribute(index = 1)
    public int total;

    @JsonAttribute(index = 2)
    public int plus;

    @JsonAttribute(index = 3)
    public int minus;

    @JsonAttribute(index = 4)
    public int laugh;

    @JsonAttribute(index = 5)
    public int hooray;

    @JsonAttribute(index = 6)
    public int confused;

    @JsonAttribute(index = 7)
    public int heart;

    @JsonAttribute(index = 8)
    public int rocket;

    @JsonAttribute(index = 9)
    public int eyes;
}
