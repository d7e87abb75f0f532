package io.assay.harness.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Findings as plain text for a terminal or a log: columns, no colours. */
public final class DoctorText {
    private static final int WIDTH = 110;
    private static final int SEVERITY = 6;

    private DoctorText() {}

    /** Lines that end in {@code \n}: a finding each with its advice indented below it, and a count as the last. */
    public static String render(List<Finding> findings) {
        int name = 2 + findings.stream().mapToInt(f -> f.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(pad(finding.severity().name(), SEVERITY)).append(pad(finding.name(), name));
            wrap(text, finding.observed(), SEVERITY + name);
            if (!finding.advice().isEmpty()) {
                text.append(" ".repeat(SEVERITY + name)).append("-> ");
                wrap(text, finding.advice(), SEVERITY + name + 3);
            }
        }
        String counts = Arrays.stream(Finding.Severity.values())
                .map(severity ->
                        findings.stream().filter(f -> f.severity() == severity).count() + " "
                                + severity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return text.append('\n').append(counts).append('\n').toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Continues a line that stands at column {@code indent}; words are never broken, so that commands can be copied. */
    private static void wrap(StringBuilder text, String words, int indent) {
        int column = indent;
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
            } else if (!first) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
            first = false;
        }
        text.append('\n');
    }
}
