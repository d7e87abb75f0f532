package io.assay.workload;

/** A value that futures carry: one of a ring, so that to make the next one allocates nothing. */
public final class Token {
    /** Drawn at random; added up to check results. */
    public final long weight;

    /** Place in the ring. */
    final int place;

    /** What the measured function gives. */
    Token next;

    Token(int place, long weight) {
        this.place = place;
        this.weight = weight;
        next = this;
    }
}
