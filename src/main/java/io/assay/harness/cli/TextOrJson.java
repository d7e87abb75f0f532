package io.assay.harness.cli;

import picocli.CommandLine.Option;

/** How commands print that have two formats. */
final class TextOrJson {
    /** The formats. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "text or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    TextOrJson() {}

    Format format() {
        return format;
    }
}
