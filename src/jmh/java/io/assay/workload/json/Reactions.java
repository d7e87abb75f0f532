package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** How often who reacted. */
@CompiledJson
@Json
public class Reactions {
    public String url;
    public int total;
    public int plus;
    public int minus;
    public int laugh;
    public int hooray;
    public int confused;
    public int heart;
    public int rocket;
    public int eyes;
}
