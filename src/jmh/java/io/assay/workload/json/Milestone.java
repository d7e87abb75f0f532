package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** A milestone of a repository. */
@CompiledJson
@Json
public class Milestone {
    @JsonAttribute(index = 0)
    public String url;

    @JsonAttribute(index = 1)
    public String htmlUrl;

    @JsonAttribute(index = 2)
    public long id;

    @JsonAttribute(index = 3)
    public int number;

    @JsonAttribute(index = 4)
    public String title;

    @JsonAttribute(index = 5)
    public String description;

    @JsonAttribute(index = 6)
    public Account creator;

    @JsonAttribute(index = 7)
    public int openIssues;

    @JsonAttribute(index = 8)
    public int closedIssues;

    @JsonAttribute(index = 9)
    public String state;

    @JsonAttribute(index = 10)
    public String createdAt;

    @JsonAttribute(index = 11)
    public String dueOn;

    @JsonAttribute(index = 12)
    public String closedAt;
}
