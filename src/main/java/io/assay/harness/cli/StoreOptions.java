package io.assay.harness.cli;

import io.assay.harness.history.store.StoreUrl;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the history lies. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "A file, jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=U&password=P (default: the "
                    + "variable ASSAY_STORE, else .assay/history.db in the project).")
    private @Nullable String store;

    StoreOptions() {}

    StoreUrl url() {
        return store != null ? StoreUrl.of(store) : StoreUrl.byDefault(Path.of(""), System.getenv());
    }
}
