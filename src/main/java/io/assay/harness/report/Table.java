package io.assay.harness.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table, before it is text, Markdown or HTML.
 *
 * @param title what is compared
 * @param caption the configuration that its figures hold for
 * @param header column names; the first column is text, the others are figures
 * @param rows cells by row, as many as there are column names
 * @param notes sentences that belong under the table
 */
record Table(String title, String caption, List<String> header, List<List<String>> rows, List<String> notes) {
    Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + header.size() + " columns");
            }
        }
    }

    /** The same without the columns in which nothing was measured. */
    Table withoutEmptyColumns() {
        List<Integer> kept = IntStream.range(0, header.size())
                .filter(column -> column == 0
                        || rows.stream().anyMatch(row -> !row.get(column).equals("-")))
                .boxed()
                .toList();
        return new Table(
                title,
                caption,
                kept.stream().map(header::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
                notes);
    }
}
