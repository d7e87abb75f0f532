package io.assay.harness.report;

import io.assay.harness.profiling.Graph;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Flame graphs, as reports point to them.
 *
 * @param from the folder of the report: links are relative to it, so that both can be moved together
 * @param links what was drawn
 */
public record GraphLinks(Path from, List<Link> links) {
    /** No graphs. */
    public static final GraphLinks NONE = new GraphLinks(Path.of(""), List.of());

    private static final int NAMED = 5;
    private static final int DEEPEST = 4;
    private static final String INDEX = "index.html";
    private static final String PAGE = ".html";

    /**
     * One graph.
     *
     * @param name row and event
     * @param page the HTML file
     * @param changed frames above noise, most certain first; none unless it is differential
     */
    public record Link(String name, Path page, List<String> changed) {
        /** Copies the list. */
        public Link {
            changed = List.copyOf(changed);
        }
    }

    /** Copies the list. */
    public GraphLinks {
        links = List.copyOf(links);
    }

    /** The graphs of a session. */
    public static GraphLinks of(Path from, List<Graph> graphs) {
        return new GraphLinks(
                from,
                graphs.stream()
                        .map(graph -> new Link(graph.key() + ", " + graph.name(), graph.page(), graph.changed()))
                        .toList());
    }

    /**
     * The graphs that lie in a run folder, named as their folders and files are.
     *
     * @param from the folder of the report
     * @param run the run folder
     * @throws UserError if it cannot be read
     */
    public static GraphLinks found(Path from, Path run) {
        Path flames = run.resolve("flame");
        if (!Files.isDirectory(flames)) {
            return NONE;
        }
        try (Stream<Path> files = Files.walk(flames, DEEPEST)) {
            return new GraphLinks(
                    from,
                    files.filter(file -> file.toString().endsWith(PAGE) && !file.endsWith(INDEX))
                            .sorted()
                            .map(file -> new Link(name(flames, file), file, List.of()))
                            .toList());
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(
                    flames + ": cannot be read (" + e.getClass().getSimpleName()
                            + "); make it readable or move it away",
                    e);
        }
    }

    private static String name(Path flames, Path file) {
        String name = slashed(flames.relativize(file)).replace("/", ", ");
        return name.substring(0, name.length() - PAGE.length());
    }

    /** For the page: each with its link, its name, and what changed in it. */
    List<Map<String, Object>> list() {
        return links.stream()
                .map(link -> Map.<String, Object>of(
                        "href", href(link),
                        "name", link.name(),
                        "changed", changed(link)))
                .toList();
    }

    /** A section of a Markdown document; nothing if there are no graphs. */
    void markdown(BoundedMarkdown out) {
        if (!links.isEmpty()) {
            out.fold(
                    "Flame graphs",
                    () -> links.forEach(link -> out.line(
                            // In angle brackets, because names of folders hold commas, and may hold parentheses.
                            "- [" + MarkdownReport.escape(link.name()) + "](<" + href(link) + ">)"
                                    + MarkdownReport.escape(changed(link)))));
        }
    }

    private String href(Link link) {
        Path relative = from.toAbsolutePath()
                .normalize()
                .relativize(link.page().toAbsolutePath().normalize());
        return StreamSupport.stream(relative.spliterator(), false)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%3D", "=")
                        .replace("%2C", ","))
                .collect(Collectors.joining("/"));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String changed(Link link) {
        return link.changed().isEmpty()
                ? ""
                : ": changed above noise: "
                        + String.join(", ", link.changed().stream().limit(NAMED).toList());
    }
}
