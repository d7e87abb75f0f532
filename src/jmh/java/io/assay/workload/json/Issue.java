package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.List;

/** An issue as an API of a code forge gives it: nested, with nulls, escapes and emoji. */
@CompiledJson
@Json
public class Issue {
    @JsonAttribute(index = 0)
    public String url;

    @JsonAttribute(index = 1)
    public String htmlUrl;

    @JsonAttribute(index = 2)
    public long id;

    @JsonAttribute(index = 3)
    public String nodeId;

    @JsonAttribute(index = 4)
    public int number;

    @JsonAttribute(index = 5)
    public String title;

    @JsonAttribute(index = 6)
    public Account user;

    @JsonAttribute(index = 7)
    public List<Label> labels;

    @JsonAttribute(index = 8)
    public String state;

    @JsonAttribute(index = 9)
    public boolean locked;

    @JsonAttribute(index = 10)
    public Account assignee;

    @JsonAttribute(index = 11)
    public List<Account> assignees;

    @JsonAttribute(index = 12)
    public Milestone milestone;

    @JsonAttribute(index = 13)
    public int comments;

    @JsonAttribute(index = 14)
    public String createdAt;

    @JsonAttribute(index = 15)
    public String updatedAt;

    @JsonAttribute(index = 16)
    public String closedAt;

    @JsonAttribute(index = 17)
    public String authorAssociation;

    @JsonAttribute(index = 18)
    public String activeLockReason;

    @JsonAttribute(index = 19)
    public String body;

    @JsonAttribute(index = 20)
    public Reactions reactions;

    @JsonAttribute(index = 21)
    public String stateReason;

    @JsonAttribute(index = 22)
    public Double score;
}
