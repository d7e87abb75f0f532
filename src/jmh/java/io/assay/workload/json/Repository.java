package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.List;

/** A repository in a webhook's payload: above all addresses. */
@CompiledJson
@Json
public class Repository {
    @JsonAttribute(index = 0)
    public long id;

    @JsonAttribute(index = 1)
    public String nodeId;

    @JsonAttribute(index = 2)
    public String name;

    @JsonAttribute(index = 3)
    public String fullName;

    @JsonAttribute(index = 4)
    public boolean isPrivate;

    @JsonAttribute(index = 5)
    public Account owner;

    @JsonAttribute(index = 6)
    public String htmlUrl;

    @JsonAttribute(index = 7)
    public String description;

    @JsonAttribute(index = 8)
    public boolean fork;

    @JsonAttribute(index = 9)
    public String url;

    @JsonAttribute(index = 10)
    public String forksUrl;

    @JsonAttribute(index = 11)
    public String keysUrl;

    @JsonAttribute(index = 12)
    public String collaboratorsUrl;

    @JsonAttribute(index = 13)
    public String teamsUrl;

    @JsonAttribute(index = 14)
    public String hooksUrl;

    @JsonAttribute(index = 15)
    public String issueEventsUrl;

    @JsonAttribute(index = 16)
    public String eventsUrl;

    @JsonAttribute(index = 17)
    public String assigneesUrl;

    @JsonAttribute(index = 18)
    public String branchesUrl;

    @JsonAttribute(index = 19)
    public String tagsUrl;

    @JsonAttribute(index = 20)
    public String blobsUrl;

    @JsonAttribute(index = 21)
    public String gitTagsUrl;

    @JsonAttribute(index = 22)
    public String gitRefsUrl;

    @JsonAttribute(index = 23)
    public String treesUrl;

    @JsonAttribute(index = 24)
    public String statusesUrl;

    @JsonAttribute(index = 25)
    public String languagesUrl;

    @JsonAttribute(index = 26)
    public String stargazersUrl;

    @JsonAttribute(index = 27)
    public String contributorsUrl;

    @JsonAttribute(index = 28)
    public String subscribersUrl;

    @JsonAttribute(index = 29)
    public String subscriptionUrl;

    @JsonAttribute(index = 30)
    public String commitsUrl;

    @JsonAttribute(index = 31)
    public String gitCommitsUrl;

    @JsonAttribute(index = 32)
    public String commentsUrl;

    @JsonAttribute(index = 33)
    public String issueCommentUrl;

    @JsonAttribute(index = 34)
    public String contentsUrl;

    @JsonAttribute(index = 35)
    public String compareUrl;

    @JsonAttribute(index = 36)
    public String mergesUrl;

    @JsonAttribute(index = 37)
    public String archiveUrl;

    @JsonAttribute(index = 38)
    public String downloadsUrl;

    @JsonAttribute(index = 39)
    public String issuesUrl;

    @JsonAttribute(index = 40)
    public String pullsUrl;

    @JsonAttribute(index = 41)
    public String milestonesUrl;

    @JsonAttribute(index = 42)
    public String notificationsUrl;

    @JsonAttribute(index = 43)
    public String labelsUrl;

    @JsonAttribute(index = 44)
    public String releasesUrl;

    @JsonAttribute(index = 45)
    public String deploymentsUrl;

    @JsonAttribute(index = 46)
    public String createdAt;

    @JsonAttribute(index = 47)
    public String updatedAt;

    @JsonAttribute(index = 48)
    public String pushedAt;

    @JsonAttribute(index = 49)
    public String gitUrl;

    @JsonAttribute(index = 50)
    public String sshUrl;

    @JsonAttribute(index = 51)
    public String cloneUrl;

    @JsonAttribute(index = 52)
    public String homepage;

    @JsonAttribute(index = 53)
    public int size;

    @JsonAttribute(index = 54)
    public int stargazersCount;

    @JsonAttribute(index = 55)
    public int watchersCount;

    @JsonAttribute(index = 56)
    public String language;

    @JsonAttribute(index = 57)
    public boolean hasIssues;

    @JsonAttribute(index = 58)
    public boolean hasWiki;

    @JsonAttribute(index = 59)
    public boolean hasPages;

    @JsonAttribute(index = 60)
    public int forksCount;

    @JsonAttribute(index = 61)
    public String mirrorUrl;

    @JsonAttribute(index = 62)
    public boolean archived;

    @JsonAttribute(index = 63)
    public boolean disabled;

    @JsonAttribute(index = 64)
    public int openIssuesCount;

    @JsonAttribute(index = 65)
    public List<String> topics;

    @JsonAttribute(index = 66)
    public String visibility;

    @JsonAttribute(index = 67)
    public String defaultBranch;
}
