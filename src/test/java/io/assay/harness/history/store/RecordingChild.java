package io.assay.harness.history.store;

import java.io.IOException;
import java.nio.file.Path;

/** Records run after run, and says so after each: a process to be killed. */
final class RecordingChild {
    private RecordingChild() {}

    static void main(Path folder, StoreUrl url, int first) throws IOException {
        try (HistoryStore store = HistoryStore.open(url)) {
            System.out.println("open");
            for (int n = first; n < first + 1000; n++) {
                Recording recording = Results.recording(folder, n, KillTest.ROWS);
                System.out.println("begin " + n);
                store.record(recording);
                System.out.println("kept " + n);
            }
        }
    }

    /** Arguments: folder, store, number of the first run. */
    public static void main(String[] args) throws IOException {
        main(Path.of(args[0]), StoreUrl.of(args[1]), Integer.parseInt(args[2]));
    }
}
