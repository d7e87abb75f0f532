package io.assay.net.echo;

import io.assay.net.echo.peers.EchoServer;

/** A server of echo, and how its clients speak to it. */
interface EchoPeer {
    /** Starts it; to be closed. */
    EchoServer start();

    /** Threads of it that are busy at a time while so many connections are. */
    int threads(int connections);

    /** How connections to it are opened. */
    Dial dial();

    /** Messages of so many bytes, one a write. */
    Messages messages(int size);
}
