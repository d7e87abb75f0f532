package io.assay.harness.cli;

import picocli.CommandLine.Option;

/** How commands print that have three formats. */
final class TextMarkdownOrJson {
    /** The formats. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "text, markdown or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    TextMarkdownOrJson() {}

    Format format() {
        return format;
    }
}
