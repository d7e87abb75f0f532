package io.assay.harness.compare;

import io.assay.harness.stats.Ratio;
import io.assay.harness.stats.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds rows that fail against what is accepted. For one comparison; not thread-safe. */
public final class Gate {
    private final GateFile file;
    private final LocalDate today;
    private final List<String> said = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** A gate on the day that the options' clock shows. */
    public Gate(Options options) {
        this.file = options.gate();
        this.today = LocalDate.now(options.clock());
    }

    /** The rows with those that are accepted marked as such. */
    public List<ComparedRow> judge(List<ComparedRow> rows) {
        List<ComparedRow> judged = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (ComparedRow row : rows) {
            Optional<GateFile.Acceptance> acceptance = file.acceptance(row.metric(), row.name());
            if (!row.fails()) {
                judged.add(row);
            } else if (row.role() == ComparedRow.Role.FAILED) {
                said.add("FAILED: " + row.key() + " could not be measured");
                judged.add(row);
            } else if (acceptance.isEmpty()) {
                said.add("FAILED: " + line(row));
                judged.add(row);
            } else {
                used.add(acceptance.get().rows().place());
                judged.add(accept(row, acceptance.get()));
            }
        }
        remarks(rows, used);
        return judged;
    }

    private ComparedRow accept(ComparedRow row, GateFile.Acceptance acceptance) {
        String place = " (" + acceptance.rows().place() + ": " + acceptance.reason() + ")";
        if (today.isAfter(acceptance.until())) {
            String expired = "was accepted until " + acceptance.until() + " only" + place;
            said.add("FAILED: " + line(row) + "; it " + expired);
            return row.as(row.role(), "EXPIRED: " + expired);
        }
        if (acceptance.ceiling().isPresent()
                && row.change().ratio().low() > 1 + acceptance.ceiling().getAsDouble()) {
            String beyond = "is accepted up to " + percent(acceptance.ceiling().getAsDouble()) + " only" + place;
            said.add("FAILED: " + line(row) + "; it " + beyond);
            return row.as(row.role(), "BEYOND_CEILING: " + beyond);
        }
        String accepted = "accepted until " + acceptance.until()
                + (acceptance.ceiling().isPresent()
                        ? " up to " + percent(acceptance.ceiling().getAsDouble())
                        : "")
                + place;
        said.add("ACCEPTED: " + line(row) + "; " + accepted);
        return row.as(ComparedRow.Role.ACCEPTED, "ACCEPTED: " + accepted);
    }

    /** A line that does nothing is a mistake, or has done its duty: either way somebody should look at it. */
    private void remarks(List<ComparedRow> rows, Set<String> used) {
        for (GateFile.Acceptance acceptance : file.acceptances()) {
            GateFile.Rows lines = acceptance.rows();
            if (used.contains(lines.place())) {
                continue;
            }
            Optional<ComparedRow> known = rows.stream()
                    .filter(row -> lines.match(row.metric(), row.name()))
                    .findFirst();
            remarks.add("GATE: " + lines.place() + ": accept." + lines.text() + " "
                    + known.map(row -> row.verdict() == Verdict.SLOWER || row.fails()
                                    ? "accepts nothing that gates"
                                    : "is not needed: " + row.key() + " is not slower ("
                                            + row.verdict().text() + ")")
                            .orElse("matches no row"));
        }
        for (GateFile.Threshold threshold : file.thresholds()) {
            GateFile.Rows lines = threshold.rows();
            if (!lines.text().isEmpty() && rows.stream().noneMatch(row -> lines.match(row.metric(), row.name()))) {
                remarks.add("GATE: " + lines.place() + ": threshold." + lines.text() + " matches no row");
            }
        }
    }

    private static String line(ComparedRow row) {
        Ratio ratio = row.change().ratio();
        String what = row.isScore() ? "" : " " + row.metric();
        String change = Double.isFinite(ratio.value())
                ? String.format(Locale.ROOT, "%.3f times", ratio.value())
                : String.format(Locale.ROOT, "%.4g instead of %.4g %s", row.head(), row.base(), row.unit());
        String interval = Double.isFinite(ratio.low()) && Double.isFinite(ratio.high())
                ? String.format(Locale.ROOT, " [%.3f, %.3f]", ratio.low(), ratio.high())
                : "";
        return row.key() + what + " costs " + change + interval + ", threshold " + percent(row.threshold());
    }

    private static String percent(double share) {
        return java.math.BigDecimal.valueOf(share * 100)
                        .round(new java.math.MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** One line a row that fails or is accepted. */
    public List<String> said() {
        return said;
    }

    /** Lines of the file that had nothing to do. */
    public List<String> remarks() {
        return remarks;
    }
}
