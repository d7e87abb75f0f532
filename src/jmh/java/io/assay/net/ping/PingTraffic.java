package io.assay.net.ping;

import io.assay.harness.api.Reported;
import io.assay.net.load.CpuShares;
import io.assay.net.load.LoadClient;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpPeer;

/** A server of pings, its client, and the CPU time of both. */
final class PingTraffic implements AutoCloseable {
    private final CpuShares cpu = new CpuShares();
    private final HttpPeer server;
    private final LoadClient client;
    private long answeredBefore;

    PingTraffic(PingImplementation implementation, Answering answering, int connections) {
        server = implementation.start(answering, 0);
        try {
            client = new LoadClient(server.address(), connections, PingApp.exchanges());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        Reported.connections(connections);
        Reported.ownThreads(implementation.threads(connections));
    }

    LoadClient client() {
        return client;
    }

    void begin() {
        answeredBefore = client.answered();
        cpu.start();
    }

    void end() {
        client.drain();
        cpu.report(client.answered() - answeredBefore);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
