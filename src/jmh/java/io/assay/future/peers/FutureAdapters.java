package io.assay.future.peers;

import io.assay.workload.TokenTable;

/** Makes the adapters. */
public final class FutureAdapters {
    private FutureAdapters() {}

    /** Ours. */
    public static FutureAdapter<?, ?> assay(TokenTable table) {
        return new AssayFutures(table);
    }

    /** The JDK's. */
    public static FutureAdapter<?, ?> jdk(TokenTable table) {
        return new JdkFutures(table);
    }

    /** Netty. */
    public static FutureAdapter<?, ?> netty(TokenTable table) {
        return new NettyFutures(table);
    }

    /** trane-io. */
    public static FutureAdapter<?, ?> trane(TokenTable table) {
        return new TraneFutures(table);
    }

    /** Vert.x. */
    public static FutureAdapter<?, ?> vertx(TokenTable table) {
        return new VertxFutures(table);
    }

    /** Guava. */
    public static FutureAdapter<?, ?> guava(TokenTable table) {
        return new GuavaFutures(table);
    }

    /** The floor: objects and calls. */
    public static FutureAdapter<?, ?> bare(TokenTable table) {
        return new BareFutures(table);
    }
}
