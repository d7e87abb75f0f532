package io.assay.inject.peers;

/** A logger that is made for one service, and writes nothing. */
public final class OwnLogger {
    private final int owner;

    /** The logger of the service of this number. */
    public OwnLogger(int owner) {
        this.owner = owner;
    }

    /** The number of the service that it was made for. */
    public int owner() {
        return owner;
    }
}
