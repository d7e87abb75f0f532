package io.assay.workload;

import java.util.Locale;
import java.util.Random;

/**
 * Draws values that look like what stands in real request paths: login names, repository names, numbers, hashes. Only
 * characters that need no percent-encoding, so that decoding and raw routers agree on the value.
 */
final class ParameterValues {
    private static final String[] PEOPLE = {
        "octocat", "torvalds", "ada", "grace-hopper", "kernighan", "margaret-h", "linus", "barbara", "dmr", "edsger",
        "lovelace1815", "turing", "knuth", "hamilton", "wirth", "perlman", "liskov", "thompson-k", "radia", "mccarthy"
    };
    private static final String[] FIRST = {
        "blue", "cloud", "data", "edge", "fast", "green", "hyper", "io", "json", "kube", "lite", "micro", "net", "open",
        "proto", "quick", "react", "spring", "turbo", "web"
    };
    private static final String[] SECOND = {
        "api", "bench", "cache", "client", "core", "docs", "engine", "flow", "gateway", "kit", "lab", "mesh", "proxy",
        "queue", "router", "server", "store", "tools", "ui", "works"
    };
    private static final String[] BRANCHES = {
        "main", "develop", "release-2.4", "hotfix-1093", "v3.x", "gh-pages", "next", "renovate-junit", "topic-cache"
    };
    private static final String[] FILES = {
        "README.md", "pom.xml", "build.gradle", "LICENSE", "package.json", "Dockerfile", "main.go", "index.html"
    };
    private static final String HEX = "0123456789abcdef";

    private final Random random;

    ParameterValues(Random random) {
        this.random = random;
    }

    /** A value for a parameter of this name, never empty and without a slash except for {@code filepath}. */
    String draw(String name) {
        return switch (name) {
            case "owner", "username", "assignee", "target_user", "repo_owner", "template_owner" -> login();
            case "org", "enterprise", "enterprise-team", "team_slug", "app_slug" -> pick(FIRST) + "-" + pick(SECOND);
            case "sha", "commit_sha", "file_sha", "tag_sha", "tree_sha" -> hex(40);
            case "gist_id", "network_settings_id", "network_configuration_id" -> hex(32);
            case "subject_digest" -> "sha256:" + hex(64);
            case "ghsa_id" -> "GHSA-" + hex(4) + "-" + hex(4) + "-" + hex(4);
            case "uuid", "sarif_id", "sbom_uuid", "budget_id", "task_id" ->
                hex(8) + "-" + hex(4) + "-4" + hex(3) + "-" + hex(4) + "-" + hex(12);
            case "secret_name" -> (pick(FIRST) + "_" + pick(SECOND) + "_" + number(2)).toUpperCase(Locale.ROOT);
            case "branch", "base", "head", "ref", "tag" -> branch();
            case "basehead" -> branch() + (random.nextBoolean() ? "..." : "..") + branch();
            case "path", "dir" -> random.nextInt(1_000) + "-" + pick(FILES);
            case "filepath" -> "assets/" + hex(8) + "/" + pick(FILES);
            case "issue_number", "pull_number", "alert_number", "project_number" -> number(1 + random.nextInt(5));
            default ->
                name.endsWith("_id") || name.endsWith("_number") || name.equals("id")
                        ? number(4 + random.nextInt(7))
                        : pick(FIRST) + "-" + pick(SECOND) + "-" + random.nextInt(100);
        };
    }

    private String login() {
        return pick(PEOPLE) + (random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(1_000)));
    }

    private String branch() {
        return random.nextInt(3) == 0 ? "issue-" + number(4) : pick(BRANCHES);
    }

    private String number(int digits) {
        StringBuilder number = new StringBuilder(digits).append((char) ('1' + random.nextInt(9)));
        while (number.length() < digits) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        while (hex.length() < digits) {
            hex.append(HEX.charAt(random.nextInt(16)));
        }
        return hex.toString();
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
