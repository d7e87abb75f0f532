package io.assay.net.echo;

/** How messages are cut into frames. */
public enum Framing {
    /** One each. */
    WHOLE(Integer.MAX_VALUE),
    /** Of 4 KiB: the server has to put them together. */
    FRAGMENTS_4K(4 << 10);

    private final int fragment;

    Framing(int fragment) {
        this.fragment = fragment;
    }

    /** Bytes of a frame's payload, at most. */
    int fragment(int size) {
        return Math.min(fragment, size);
    }
}
