package io.assay.net.tcp;

/** What handlers have no way to: a system call of its own for a part of what they write, for the ablation that does so. */
public final class Flush {
    private Flush() {}

    /** Sends what was written so far. */
    public static void now(TcpConnection connection) {
        connection.flush();
    }
}
