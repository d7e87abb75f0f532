package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** An issue as an API of a code forge gives it: nested, with nulls, escapes and emoji. */
@CompiledJson
@Json
public class Issue {
    public String url;
    public String htmlUrl;
    public long id;
    public String nodeId;
    public int number;
    public String title;
    public Account user;
    public List<Label> labels;
    public String state;
    public boolean locked;
    public Account assignee;
    public List<Account> assignees;
    public Milestone milestone;
    public int comments;
    public String createdAt;
    public String updatedAt;
    public String closedAt;
    public String authorAssociation;
    public String activeLockReason;
    public String body;
    public Reactions reactions;
    public String stateReason;
    public Double score;
}
