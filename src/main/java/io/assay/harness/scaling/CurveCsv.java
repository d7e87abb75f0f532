package io.assay.harness.scaling;

import io.assay.harness.result.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads curves as {@code name,n,value[,value...]}: a line a size, each value a fork. A first line whose n is no number is
 * a header; empty lines and lines that begin with {@code #} are passed over; a name with commas stands in quotation
 * marks.
 */
final class CurveCsv {
    private static final String SHAPE = "expected name,n,value[,value...]";

    private final String file;
    private final Map<String, CurveBuilder> curves = new LinkedHashMap<>();

    private CurveCsv(String file) {
        this.file = file;
    }

    /**
     * The curves of a text.
     *
     * @throws UserError with file and line for what is no curve
     */
    static List<Series> parse(String file, String text) {
        CurveCsv csv = new CurveCsv(file);
        List<String> lines = text.lines().toList();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                csv.line(line, i + 1, first);
                first = false;
            }
        }
        if (csv.curves.isEmpty()) {
            throw new UserError(file + ": holds no curve; " + SHAPE + " in each line, or a JMH result (-rf json)");
        }
        return csv.curves.entrySet().stream()
                .map(e -> new Series(
                        e.getKey(),
                        e.getKey(),
                        Map.of(),
                        "n",
                        Series.SCORE,
                        "",
                        e.getValue().curve(0),
                        e.getValue().warnings()))
                .toList();
    }

    private void line(String line, int number, boolean first) {
        String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        if (fields.length < 3) {
            throw new UserError(file + ":" + number + ": '" + shortened(line) + "' has " + fields.length + " field"
                    + (fields.length == 1 ? "" : "s") + "; " + SHAPE);
        }
        OptionalDouble n = number(fields[1]);
        if (first && n.isEmpty()) {
            return;
        }
        if (n.isEmpty() || !(n.getAsDouble() >= 1 && n.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new UserError(
                    file + ":" + number + ": n is '" + fields[1].strip() + "'; a size is a number of 1 or more");
        }
        String name = fields[0].strip().replaceAll("^\"(.*)\"$", "$1");
        if (name.isEmpty()) {
            throw new UserError(file + ":" + number + ": the name is missing; " + SHAPE);
        }
        CurveBuilder curve = curves.computeIfAbsent(name, key -> new CurveBuilder());
        for (int i = 2; i < fields.length; i++) {
            Optional<Double> value = cost(fields[i]);
            curve.add(n.getAsDouble(), value.orElseThrow(unusable(number, fields[i])));
        }
    }

    private java.util.function.Supplier<UserError> unusable(int number, String field) {
        return () -> new UserError(
                file + ":" + number + ": value '" + field.strip() + "'; a cost is a number greater than zero");
    }

    private static Optional<Double> cost(String field) {
        OptionalDouble value = number(field);
        return value.isPresent() && value.getAsDouble() > 0 && value.getAsDouble() < Double.POSITIVE_INFINITY
                ? Optional.of(value.getAsDouble())
                : Optional.empty();
    }

    private static OptionalDouble number(String field) {
        String text = field.strip();
        return text.matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "..." : line;
    }
}
