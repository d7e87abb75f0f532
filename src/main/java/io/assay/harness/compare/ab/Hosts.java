package io.assay.harness.compare.ab;

import io.assay.harness.run.Launch;
import io.assay.harness.run.host.HostPool;
import io.assay.harness.run.host.HostProcess;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.run.version.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process with the JMH of each version. Not thread-safe. */
final class Hosts implements AutoCloseable {
    private final HostPool pool = new HostPool("assay-ab");
    private final Launch launch;

    Hosts(Launch launch) {
        this.launch = launch;
    }

    /** Where forks may leave files. */
    Path scratch() {
        return pool.scratch();
    }

    List<HostRow> list(Version version, Map<String, String> params) {
        return of(version).list(params);
    }

    /** The host of a version; two versions of the same bytes share one. */
    HostProcess of(Version version) {
        return pool.of(
                version.sha256(),
                version.jar().toString(),
                Optional.empty(),
                launch.jdk(),
                launch.profile().environment());
    }

    @Override
    public void close() {
        pool.close();
    }
}
