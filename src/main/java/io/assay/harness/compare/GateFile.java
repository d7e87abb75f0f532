package io.assay.harness.compare;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The gate's file: thresholds by pattern, and regressions that are known and accepted.
 *
 * <pre>
 * # a comment
 * threshold = 5%
 * threshold.RouterBenchmark = 8%
 * threshold[mem.peak].RouterBenchmark = 20%
 * accept.RouterBenchmark.match[workload=GITHUB_HIT] = until 2027-01-31 up to 15%: checks of the path, see #123
 * </pre>
 *
 * A pattern is a regular expression of which a row's name contains a match, or a text that the name contains. Where
 * several lines match a row the last one holds; a line with a pattern goes before one without. An equals sign that ends the
 * key stands between spaces where the pattern holds another.
 *
 * @param thresholds in the order of the file
 * @param acceptances in the order of the file
 */
public record GateFile(List<Threshold> thresholds, List<Acceptance> acceptances) {
    /** Where it is looked for if nobody names one. */
    public static final String NAME = "assay-gate.properties";

    /** No file. */
    public static final GateFile EMPTY = new GateFile(List.of(), List.of());

    private static final Pattern KEY = Pattern.compile("(threshold|accept)(?:\\[([^\\]\\s]+)])?(?:\\.(.*))?");
    private static final Pattern ACCEPTED =
            Pattern.compile("until\\s+(\\S+?)(?:\\s+up\\s+to\\s+([^\\s:]+))?\\s*:\\s*(.*)");
    private static final Pattern SPACED = Pattern.compile("\\s=(?:\\s|$)");

    /** Copies what can change. */
    public GateFile {
        thresholds = List.copyOf(thresholds);
        acceptances = List.copyOf(acceptances);
    }

    /**
     * The rows that a line is for.
     *
     * @param place file and line, as compilers print them
     * @param metric name of the metric
     * @param text the pattern as written; empty for all rows
     * @param pattern the same as a regular expression
     */
    public record Rows(String place, String metric, String text, Pattern pattern) {
        boolean match(String ofMetric, String name) {
            return metric.equals(ofMetric)
                    && (name.contains(text) || pattern.matcher(name).find());
        }
    }

    /** A relative change that counts for some rows. */
    public record Threshold(Rows rows, double change) {}

    /**
     * A known regression.
     *
     * @param until the last day on which it is accepted
     * @param ceiling the relative increase of cost that is accepted; empty for any
     * @param reason why, in the user's words
     */
    public record Acceptance(Rows rows, LocalDate until, OptionalDouble ceiling, String reason) {}

    /**
     * Reads a file.
     *
     * @throws UserError with file and line if it says something that is not understood
     */
    public static GateFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UserError(
                    "thresholds file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "); check the path",
                    e);
        }
    }

    /** Reads text; {@code file} is how errors name it. */
    public static GateFile parse(String file, String text) {
        List<Threshold> thresholds = new ArrayList<>();
        List<Acceptance> acceptances = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = file + ":" + (i + 1);
            int equals = separator(line);
            if (equals <= 0) {
                throw new UserError(place + ": expected 'key = value', found '" + line + "'");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                throw new UserError(place + ": unknown key '" + key
                        + "'; known are threshold, threshold.PATTERN, threshold[METRIC].PATTERN, accept.PATTERN and"
                        + " accept[METRIC].PATTERN");
            }
            if (!keys.add(key)) {
                throw new UserError(place + ": '" + key + "' stands here a second time; keep one");
            }
            Rows rows = rows(place, parts);
            if (parts.group(1).equals("threshold")) {
                thresholds.add(new Threshold(rows, Percent.of(place + ": " + key + " =", value)));
            } else {
                acceptances.add(acceptance(rows, value));
            }
        }
        return new GateFile(thresholds, acceptances);
    }

    /** Names of parameters bring equals signs of their own: where one stands between spaces it is the separator. */
    private static int separator(String line) {
        Matcher spaced = SPACED.matcher(line);
        return spaced.find() ? spaced.start() + 1 : line.indexOf('=');
    }

    private static Rows rows(String place, Matcher key) {
        String metric = Objects.requireNonNullElse(key.group(2), ComparedRow.SCORE);
        if (!Metrics.NAMES.contains(metric)) {
            throw new UserError(
                    place + ": no metric '" + metric + "' is compared; there are " + String.join(", ", Metrics.NAMES));
        }
        String text = Objects.requireNonNullElse(key.group(3), "");
        if (text.isEmpty() && (key.group(3) != null || key.group(1).equals("accept"))) {
            throw new UserError(place + ": '" + key.group() + "' names no row; write " + key.group(1) + ".PATTERN");
        }
        try {
            return new Rows(place, metric, text, Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new UserError(
                    place + ": '" + text + "' is no regular expression (" + e.getDescription()
                            + "); where the pattern holds an equals sign, put spaces around the one that ends it",
                    e);
        }
    }

    private static Acceptance acceptance(Rows rows, String value) {
        Matcher parts = ACCEPTED.matcher(value);
        if (!parts.matches() || parts.group(3).isEmpty()) {
            throw new UserError(rows.place() + ": '" + value
                    + "' accepts nothing; write 'until 2027-01-31: reason' or 'until 2027-01-31 up to 15%: reason'");
        }
        LocalDate until;
        try {
            until = LocalDate.parse(parts.group(1));
        } catch (DateTimeParseException e) {
            throw new UserError(
                    rows.place() + ": '" + parts.group(1) + "' is no date; write year-month-day, 2027-01-31", e);
        }
        OptionalDouble ceiling = parts.group(2) == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Percent.of(rows.place() + ": up to", parts.group(2)));
        return new Acceptance(rows, until, ceiling, parts.group(3));
    }

    /** The threshold of a row's metric, if a line has one: the last that matches, of those with a pattern first. */
    Optional<Threshold> threshold(String metric, String name, boolean withPattern) {
        return last(
                thresholds,
                threshold -> threshold.rows().text().isEmpty() != withPattern
                        && threshold.rows().match(metric, name));
    }

    Optional<Acceptance> acceptance(String metric, String name) {
        return last(acceptances, acceptance -> acceptance.rows().match(metric, name));
    }

    private static <T> Optional<T> last(List<T> lines, Predicate<T> matches) {
        return lines.stream().filter(matches).reduce((earlier, later) -> later);
    }
}
