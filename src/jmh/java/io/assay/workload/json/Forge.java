package io.assay.workload.json;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Draws what a code forge's API and webhooks send: the lengths and kinds of values are those of public examples. */
final class Forge {
    private static final String API = "https://api.forge.example/repos/";

    private final Words words;

    Forge(Random random) {
        words = new Words(random);
    }

    Account account() {
        Account a = new Account();
        a.login = words.word() + "-" + words.hex(3);
        a.id = words.id(1 + words.random().nextInt(8));
        a.nodeId = "MDQ6VXNlcg" + words.hex(10);
        String url = "https://api.forge.example/users/" + a.login;
        a.avatarUrl = "https://avatars.forge.example/u/" + a.id + "?v=4";
        a.gravatarId = "";
        a.url = url;
        a.htmlUrl = "https://forge.example/" + a.login;
        a.followersUrl = url + "/followers";
        a.reposUrl = url + "/repos";
        a.eventsUrl = url + "/events{/privacy}";
        a.type = words.chance(90) ? "User" : "Bot";
        a.siteAdmin = words.chance(3);
        return a;
    }

    private Label label(String repository) {
        Label l = new Label();
        l.id = words.id(9);
        l.nodeId = "MDU6TGFiZWw" + words.hex(12);
        l.name = words.word();
        l.url = repository + "/labels/" + l.name;
        l.color = words.hex(6);
        l.preset = words.chance(30);
        l.description = words.chance(50) ? null : words.sentence(5);
        return l;
    }

    private Milestone milestone(String repository) {
        Milestone m = new Milestone();
        m.number = 1 + words.random().nextInt(40);
        m.url = repository + "/milestones/" + m.number;
        m.htmlUrl = m.url;
        m.id = words.id(7);
        m.title = "v" + words.random().nextInt(9) + "." + words.random().nextInt(20);
        m.description = words.chance(50) ? null : words.prose(8);
        m.openIssues = words.random().nextInt(50);
        m.closedIssues = words.random().nextInt(500);
        m.state = "open";
        m.createdAt = words.date();
        m.dueOn = words.chance(50) ? null : words.date();
        return m;
    }

    private Reactions reactions(String issue) {
        Reactions r = new Reactions();
        r.url = issue + "/reactions";
        r.plus = words.random().nextInt(30);
        r.heart = words.random().nextInt(4);
        r.rocket = words.random().nextInt(3);
        r.total = r.plus + r.heart + r.rocket;
        return r;
    }

    /** Some 2 kB. */
    Issue issue() {
        return issue(API + words.word() + "/" + words.word());
    }

    private Issue issue(String repository) {
        Issue i = new Issue();
        i.number = 1 + words.random().nextInt(20_000);
        i.url = repository + "/issues/" + i.number;
        i.htmlUrl = i.url.replace("api.", "").replace("repos/", "");
        i.id = words.id(9);
        i.nodeId = "MDU6SXNzdWU" + words.hex(12);
        i.title = words.prose(7);
        i.user = account();
        i.labels = new ArrayList<>();
        for (int k = words.random().nextInt(3); k > 0; k--) i.labels.add(label(repository));
        i.state = words.chance(60) ? "open" : "closed";
        i.assignee = words.chance(40) ? account() : null;
        i.assignees = i.assignee == null ? List.of() : List.of(i.assignee);
        i.milestone = words.chance(30) ? milestone(repository) : null;
        i.comments = words.random().nextInt(60);
        i.createdAt = words.date();
        i.updatedAt = words.date();
        i.closedAt = i.state.equals("closed") ? words.date() : null;
        i.authorAssociation = words.pick("NONE", "MEMBER", "CONTRIBUTOR", "OWNER");
        i.body = words.chance(5) ? null : words.prose(30 + words.random().nextInt(60));
        i.reactions = reactions(i.url);
        i.score = words.chance(50) ? null : words.random().nextInt(1000) / 100.0;
        return i;
    }

    private Repository repository() throws IllegalAccessException {
        Repository r = new Repository();
        r.name = words.word() + "-" + words.word();
        r.owner = account();
        r.fullName = r.owner.login + "/" + r.name;
        String url = API + r.fullName;
        for (Field field : Repository.class.getFields()) {
            String name = field.getName();
            if (name.endsWith("Url")) field.set(r, url + "/" + name.substring(0, name.length() - 3) + "{/sha}");
            if (name.endsWith("At")) field.set(r, words.date());
        }
        r.id = words.id(9);
        r.nodeId = "MDEwOlJlcG9zaXRvcnk" + words.hex(12);
        r.description = words.chance(20) ? null : words.prose(9);
        r.url = url;
        r.mirrorUrl = null;
        r.homepage = words.chance(50) ? null : "";
        r.size = words.random().nextInt(100_000);
        r.stargazersCount = words.random().nextInt(5_000);
        r.watchersCount = r.stargazersCount;
        r.language = words.pick("Java", "C++", "Rust", "Go");
        r.hasIssues = true;
        r.hasWiki = words.chance(50);
        r.forksCount = words.random().nextInt(300);
        r.openIssuesCount = words.random().nextInt(200);
        r.topics = List.of(words.word(), words.word());
        r.visibility = "public";
        r.defaultBranch = "main";
        return r;
    }

    /** Some 8 kB. */
    Webhook webhook() {
        Webhook w = new Webhook();
        w.action = words.pick("opened", "closed", "labeled", "edited");
        try {
            w.repository = repository();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the fields of a repository are public", e);
        }
        w.issue = issue(w.repository.url);
        w.organization = words.chance(50) ? account() : null;
        w.sender = account();
        w.changes = new LinkedHashMap<>();
        if (w.action.equals("edited")) w.changes.put("title", words.prose(6));
        w.installation = words.chance(50) ? null : words.id(8);
        return w;
    }
}
