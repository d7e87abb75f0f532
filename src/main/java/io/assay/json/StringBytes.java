package io.assay.json;

import org.agrona.UnsafeApi;

/**
 * The bytes that a string is made of, without a copy. Needs {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}
 * (as Agrona's buffers do) and compact strings; where either is missing, strings are copied to chars first.
 */
final class StringBytes {
    /** Whether {@link #of} may be called. */
    static final boolean AVAILABLE;

    private static final long VALUE;
    private static final long CODER;

    static {
        long value = -1;
        long coder = -1;
        boolean available;
        try {
            value = UnsafeApi.objectFieldOffset(String.class, "value");
            coder = UnsafeApi.objectFieldOffset(String.class, "coder");
            available = UnsafeApi.getReference("ab", value) instanceof byte[] ab
                    && ab.length == 2
                    && ab[0] == 'a'
                    && UnsafeApi.getByte("ab", coder) == 0
                    && UnsafeApi.getByte("\u0100", coder) == 1;
        } catch (LinkageError | RuntimeException e) {
            // No export, or a JDK whose strings are made otherwise: the answer is no.
            available = false;
        }
        VALUE = value;
        CODER = coder;
        AVAILABLE = available;
    }

    private StringBytes() {}

    /** Whether a string holds one byte a char. */
    static boolean isLatin1(String s) {
        return UnsafeApi.getByte(s, CODER) == 0;
    }

    /** The bytes, not to be written; only where {@link #AVAILABLE}. */
    static byte[] of(String s) {
        return (byte[]) UnsafeApi.getReference(s, VALUE);
    }
}
