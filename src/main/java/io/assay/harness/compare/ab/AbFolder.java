package io.assay.harness.compare.ab;

import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.Environment;
import io.assay.harness.run.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of an A/B run, written whole after each block. */
final class AbFolder {
    /** Plain JMH JSON of either version; {@code compare} reads them. */
    private static final String ENDING = ".json";

    private final RunFolder folder;
    private final Map<String, Object> environment;

    private AbFolder(RunFolder folder, AbRequest request) {
        this.folder = folder;
        this.environment = new LinkedHashMap<>(Environment.capture().toMap());
        environment.put("jdk", request.launch().jdk().toMap());
        environment.put("base", version(request.base()));
        environment.put("head", version(request.head()));
        environment.put("profile", request.launch().profile().name());
        environment.put("seed", request.seed());
    }

    /**
     * Makes the folder.
     *
     * @throws UserError if it cannot be made, or holds a run already
     */
    static AbFolder create(Path path, AbRequest request) {
        if (Files.exists(path.resolve(Arm.BASE.text() + ENDING))) {
            throw new UserError("-o " + path + ": holds an A/B run already; name another folder or remove it");
        }
        AbFolder folder = new AbFolder(RunFolder.create(path), request);
        folder.folder.writeEnvironment(folder.environment);
        return folder;
    }

    private static Map<String, Object> version(Version version) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", version.name());
        map.put("origin", version.origin());
        map.put("sha256", version.sha256());
        return map;
    }

    void writeSides(Map<Arm, SideBook> books, boolean control) {
        books.forEach((arm, book) -> {
            if (arm != Arm.CONTROL || control) {
                folder.write(arm.text() + ENDING, book.json());
            }
        });
    }

    void writeEnvironment(Map<String, Object> during) {
        environment.put("loadAveragesAfter", Environment.capture().toMap().getOrDefault("loadAverages", "unknown"));
        environment.put("during", during);
        folder.writeEnvironment(environment);
    }
}
