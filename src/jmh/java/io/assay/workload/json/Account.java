package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** Who did something on a code forge. */
@CompiledJson
@Json
public class Account {
    public String login;
    public long id;
    public String nodeId;
    public String avatarUrl;
    public String gravatarId;
    public String url;
    public String htmlUrl;
    public String followersUrl;
    public String reposUrl;
    public String eventsUrl;
    public String type;
    public boolean siteAdmin;
}
