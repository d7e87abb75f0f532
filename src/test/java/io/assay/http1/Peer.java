package io.assay.http1;

import java.util.function.Function;

/** Whose understanding of a connection is compared with ours. */
enum Peer {
    NETTY("Netty", NettyReading::of),
    JETTY("Jetty", JettyReading::of);

    private final String text;
    private final Function<byte[], Reading> reading;

    Peer(String text, Function<byte[], Reading> reading) {
        this.text = text;
        this.reading = reading;
    }

    Reading read(byte[] bytes) {
        return reading.apply(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
