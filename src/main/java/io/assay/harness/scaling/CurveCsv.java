package io.assay.harness.scaling;

import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads curves as {@code name,n,value[,value...]}: a line a size, each value a fork. A first line whose n and first value are
 * no numbers is a header; empty lines and lines that begin with {@code #} are passed over; a name with commas stands in quotation
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
                        "",
                        Map.of(),
                        "n",
                        Series.SCORE,
                        "",
                        e.getValue().curve(),
                        e.getValue().warnings()))
                .toList();
    }

    private void line(String line, int number, boolean first) {
        List<String> fields = fields(line);
        if (fields.size() < 3) {
            throw new UserError(file + ":" + number + ": '" + shortened(line) + "' has " + fields.size() + " field"
                    + (fields.size() == 1 ? "" : "s") + "; " + SHAPE);
        }
        OptionalDouble n = number(fields.get(1));
        if (first && n.isEmpty() && number(fields.get(2)).isEmpty()) {
            return;
        }
        if (n.isEmpty() || !Curve.isSize(n.getAsDouble())) {
            throw new UserError(file + ":" + number + ": n is '" + fields.get(1).strip()
                    + "'; a size is a number of 1 or more, 1e15 at most");
        }
        String name = fields.get(0).strip().replaceAll("^\"(.*)\"$", "$1");
        if (name.isEmpty()) {
            throw new UserError(file + ":" + number + ": the name is missing; " + SHAPE);
        }
        CurveBuilder curve = curves.computeIfAbsent(name, key -> new CurveBuilder());
        for (String field : fields.subList(2, fields.size())) {
            OptionalDouble value = number(field);
            if (value.isEmpty() || !Curve.isCost(value.getAsDouble())) {
                throw new UserError(file + ":" + number + ": value '" + shortened(field.strip())
                        + "'; a cost is a number greater than zero, from 1e-250 to 1e250");
            }
            curve.add(n.getAsDouble(), value.getAsDouble());
        }
    }

    /** Split at the commas outside quotation marks. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(line.substring(from, i));
                from = i + 1;
            }
        }
        fields.add(line.substring(from));
        return fields;
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
