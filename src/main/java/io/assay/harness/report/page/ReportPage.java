package io.assay.harness.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Puts the page together. It fetches nothing: its own policy allows it its own scripts and style, known by their hashes,
 * and nothing else, so that no name from a result could ever run or load anything.
 */
public final class ReportPage {
    /** Drawn by Chart.js 4 (MIT), as its package at Maven Central holds it. */
    private static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    /** In the order in which they need each other; together they are one function, so that nothing is global. */
    private static final List<String> MODULES = List.of(
            "dom.js",
            "theme.js",
            "csv.js",
            "table.js",
            "charts.js",
            "plots.js",
            "forks.js",
            "summary.js",
            "family.js",
            "scaling.js",
            "matrix.js",
            "history.js",
            "method.js",
            "main.js");

    private ReportPage() {}

    /**
     * The page.
     *
     * @param title as the browser's tab shows it
     * @param data what {@code main.js} reads: maps, lists, texts, finite numbers, booleans, nulls
     */
    public static String of(String title, Map<String, @Nullable Object> data) {
        String style = "\n" + resource("style.css");
        String charts = "\n" + resource(CHARTS) + "\n";
        String script = "\n(() => {\n\"use strict\";\n"
                + MODULES.stream().map(ReportPage::resource).collect(Collectors.joining("\n"))
                + "})();\n";
        String json = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(data);
        return resource("report.html")
                .replace("{{scripts}}", hash(charts) + " " + hash(script))
                .replace("{{styles}}", hash(style))
                .replace("{{style}}", style)
                .replace("{{charts}}", charts)
                .replace("{{script}}", script)
                .replace("{{title}}", StringEscapeUtils.escapeXml10(title))
                // Last: names may look like any of the marks above. '<' could end the element that holds the data.
                .replace("{{data}}", json.replace("<", "\\u003c"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            // Browsers hash what they parsed, whose lines end in '\n' however the file's did.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
