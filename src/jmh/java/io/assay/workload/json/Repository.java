package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** A repository in a webhook's payload: above all addresses. */
@CompiledJson
@Json
public class Repository {
    public long id;
    public String nodeId;
    public String name;
    public String fullName;
    public boolean isPrivate;
    public Account owner;
    public String htmlUrl;
    public String description;
    public boolean fork;
    public String url;
    public String forksUrl;
    public String keysUrl;
    public String collaboratorsUrl;
    public String teamsUrl;
    public String hooksUrl;
    public String issueEventsUrl;
    public String eventsUrl;
    public String assigneesUrl;
    public String branchesUrl;
    public String tagsUrl;
    public String blobsUrl;
    public String gitTagsUrl;
    public String gitRefsUrl;
    public String treesUrl;
    public String statusesUrl;
    public String languagesUrl;
    public String stargazersUrl;
    public String contributorsUrl;
    public String subscribersUrl;
    public String subscriptionUrl;
    public String commitsUrl;
    public String gitCommitsUrl;
    public String commentsUrl;
    public String issueCommentUrl;
    public String contentsUrl;
    public String compareUrl;
    public String mergesUrl;
    public String archiveUrl;
    public String downloadsUrl;
    public String issuesUrl;
    public String pullsUrl;
    public String milestonesUrl;
    public String notificationsUrl;
    public String labelsUrl;
    public String releasesUrl;
    public String deploymentsUrl;
    public String createdAt;
    public String updatedAt;
    public String pushedAt;
    public String gitUrl;
    public String sshUrl;
    public String cloneUrl;
    public String homepage;
    public int size;
    public int stargazersCount;
    public int watchersCount;
    public String language;
    public boolean hasIssues;
    public boolean hasWiki;
    public boolean hasPages;
    public int forksCount;
    public String mirrorUrl;
    public boolean archived;
    public boolean disabled;
    public int openIssuesCount;
    public List<String> topics;
    public String visibility;
    public String defaultBranch;
}
