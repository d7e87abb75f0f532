package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A milestone of a repository. */
@CompiledJson
@Json
public class Milestone {
    public String url;
    public String htmlUrl;
    public long id;
    public int number;
    public String title;
    public String description;
    public Account creator;
    public int openIssues;
    public int closedIssues;
    public String state;
    public String createdAt;
    public String dueOn;
    public String closedAt;
}
