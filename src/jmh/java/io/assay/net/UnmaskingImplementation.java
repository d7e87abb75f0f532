package io.assay.net;

import io.assay.net.websocket.Masking;

/** Ways to unmask; one branch a fork, which the compiler removes. */
public enum UnmaskingImplementation {
    /** Ours: words. */
    ASSAY,
    /** The ablation: an octet at a time. */
    ASSAY_BYTES;

    /** Masks {@code bytes[from,to)}, which are a payload's first. */
    public void apply(byte[] bytes, int from, int to, int key) {
        if (this == ASSAY) {
            Masking.apply(bytes, from, to, key, 0);
        } else {
            Masking.applyByBytes(bytes, from, to, key, 0);
        }
    }
}
