package io.assay.harness.compare.ab;

import io.assay.harness.result.UserError;
import io.assay.harness.run.Launch;
import io.assay.harness.run.host.HostProcess;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.run.version.Version;
import io.assay.harness.run.version.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One process with the JMH of each version. One that died with its fork is started anew. Not thread-safe. */
final class Hosts implements AutoCloseable {
    private final Map<String, HostProcess> running = new HashMap<>();
    private final Launch launch;
    private final Path scratch;
    private int started;

    Hosts(Launch launch) {
        this.launch = launch;
        try {
            this.scratch = Files.createTempDirectory("assay-ab").toRealPath();
        } catch (IOException e) {
            throw new UserError("no folder can be made in the temporary folder (" + e.getMessage() + ")", e);
        }
    }

    /** Where forks may leave files. */
    Path scratch() {
        return scratch;
    }

    List<HostRow> list(Version version, Map<String, String> params) {
        return of(version).list(params);
    }

    /** The host of a version; two versions of the same bytes share one. */
    HostProcess of(Version version) {
        HostProcess host = running.get(version.sha256());
        if (host == null || !host.isAlive()) {
            started++;
            Path folder = scratch.resolve("host-" + started);
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw new UserError(folder + ": cannot be made (" + e.getMessage() + ")", e);
            }
            host = HostProcess.start(
                    version.jar(), launch.jdk(), launch.profile().environment(), folder);
            running.put(version.sha256(), host);
        }
        return host;
    }

    @Override
    public void close() {
        running.values().forEach(HostProcess::close);
        Versions.delete(scratch);
    }
}
