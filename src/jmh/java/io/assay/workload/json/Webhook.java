package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.Map;

/** The payload of a webhook that tells of an issue. */
@CompiledJson
@Json
public class Webhook {
    public String action;
    public Issue issue;
    public Repository repository;
    public Account organization;
    public Account sender;
    public Map<String, String> changes;
    public Long installation;
}
