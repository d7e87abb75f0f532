package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.Map;

/** The payload of a webhook that tells of an issue. */
@CompiledJson
@Json
public class Webhook {
    @JsonAttribute(index = 0)
    public String action;

    @JsonAttribute(index = 1)
    public Issue issue;

    @JsonAttribute(index = 2)
    public Repository repository;

    @JsonAttribute(index = 3)
    public Account organization;

    @JsonAttribute(index = 4)
    public Account sender;

    @JsonAttribute(index = 5)
    public Map<String, String> changes;

    @JsonAttribute(index = 6)
    public Long installation;
}
