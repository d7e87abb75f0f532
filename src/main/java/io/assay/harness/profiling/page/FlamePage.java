package io.assay.harness.profiling.page;

import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import tools.jackson.jr.ob.JSON;

/**
 * A flame graph as one page: frames that can be searched, zoomed and walked through by keyboard, and the table of the
 * frames that matter. It fetches nothing, and its own policy forbids it to.
 */
public final class FlamePage {
    private static final String TEMPLATE = "flame.html";

    private FlamePage() {}

    /**
     * What a page says beside the graph.
     *
     * @param title what was profiled
     * @param facts a line each: event, engine, machine, counts
     * @param unit of weights
     * @param table of the frames that matter
     */
    public record Text(String title, List<String> facts, String unit, Rows table) {
        /** Copies the list. */
        public Text {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param header column names; the last column is text, the others are figures
     * @param rows cells by row
     */
    public record Rows(String caption, List<String> header, List<List<String>> rows) {
        /** Copies the lists. */
        public Rows {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** A flame graph. */
    public static String of(Text text, Profile profile) {
        return page(text, List.of(profile), List.of("samples"), Set.of());
    }

    /**
     * A differential one: each frame as wide as the mean of its two shares, so that what vanished is there too.
     *
     * @param changed frames whose change is above noise; the others are pale
     */
    public static String of(Text text, Profile base, Profile head, Set<Frame> changed) {
        return page(text, List.of(base, head), List.of("base", "head"), changed);
    }

    private static String page(Text text, List<Profile> profiles, List<String> sides, Set<Frame> changed) {
        Map<Frame, Integer> names = new LinkedHashMap<>();
        List<long[]> rows = FlameTree.of(profiles).rows(names);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", text.unit());
        data.put("sides", sides);
        data.put("own", profiles.stream().map(Profile::weight).toList());
        data.put("names", names.keySet().stream().map(Frame::name).toList());
        data.put(
                "kinds",
                names.keySet().stream()
                        .map(frame -> frame.kind().name().toLowerCase(Locale.ROOT))
                        .toList());
        data.put("changed", names.keySet().stream().map(changed::contains).toList());
        data.put("rows", rows);
        return template()
                .replace("{{title}}", escape(text.title()))
                .replace(
                        "{{facts}}",
                        text.facts().stream()
                                .map(fact -> "<li>" + escape(fact) + "</li>")
                                .collect(Collectors.joining("\n")))
                .replace("{{table}}", table(text.table()))
                // Last: names of frames may look like any of the marks above. '<' could end the script element.
                .replace("{{data}}", json(data).replace("<", "\\u003c"));
    }

    private static String json(Map<String, Object> data) {
        return JSON.std.asString(data);
    }

    private static String table(Rows table) {
        StringBuilder out =
                new StringBuilder("<table>\n<caption>" + escape(table.caption()) + "</caption>\n<thead><tr>");
        table.header()
                .forEach(name ->
                        out.append("<th scope=\"col\">").append(escape(name)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        return out.append("</tbody>\n</table>").toString();
    }

    private static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text).replace("{{", "&#123;&#123;");
    }

    private static String template() {
        try (InputStream in = FlamePage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is not beside " + FlamePage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
