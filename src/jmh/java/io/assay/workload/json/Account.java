package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** Who did something on a code forge. */
@CompiledJson
@Json
public class Account {
    @JsonAttribute(index = 0)
    public String login;

    @JsonAttribute(index = 1)
    public long id;

    @JsonAttribute(index = 2)
    public String nodeId;

    @JsonAttribute(index = 3)
    public String avatarUrl;

    @JsonAttribute(index = 4)
    public String gravatarId;

    @JsonAttribute(index = 5)
    public String url;

    @JsonAttribute(index = 6)
    public String htmlUrl;

    @JsonAttribute(index = 7)
    public String followersUrl;

    @JsonAttribute(index = 8)
    public String reposUrl;

    @JsonAttribute(index = 9)
    public String eventsUrl;

    @JsonAttribute(index = 10)
    public String type;

    @JsonAttribute(index = 11)
    public boolean siteAdmin;
}
