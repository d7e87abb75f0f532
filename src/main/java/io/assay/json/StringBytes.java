package io.assay.json;

import org.agrona.UnsafeApi;

/**
 * The bytes that a string is made of, without a copy, and strings made of bytes with one. Needs {@code --add-exports java.base/jdk.internal.misc=ALL-UNNAMED}
 * (as Agrona's buffers do) and compact strings; where either is missing, strings are copied to chars first, and
 * made by their constructor.
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
                    && UnsafeApi.getByte("\u0100", coder) == 1
                    && around(ab, value).equals("ab");
        } catch (LinkageError | RuntimeException e) {
            // No export, or a JDK whose strings are made otherwise: the answer is no.
            available = false;
        }
        VALUE = value;
        CODER = coder;
        AVAILABLE = available;
    }

    private StringBytes() {}

    /**
     * A string of Latin-1's bytes. The constructors that copy bytes (JDK 17 to 25) do so by {@code Arrays.copyOfRange}, which
     * has the new array cleared, as it may be longer than what is copied; this one is not.
     */
    static String latin1(byte[] b, int from, int length) {
        if (length == 0) return "";
        byte[] copy = new byte[length];
        System.arraycopy(b, from, copy, 0, length);
        return around(copy, VALUE);
    }

    private static String around(byte[] value, long at) {
        String s = (String) UnsafeApi.allocateInstance(String.class);
        UnsafeApi.putReference(s, at, value);
        // The field is final: who gets the string by a race sees it as the constructor would have left it.
        UnsafeApi.storeFence();
        return s;
    }

    /** Whether a string holds one byte a char. */
    static boolean isLatin1(String s) {
        return UnsafeApi.getByte(s, CODER) == 0;
    }

    /** The bytes, not to be written; only where {@link #AVAILABLE}. */
    static byte[] of(String s) {
        return (byte[]) UnsafeApi.getReference(s, VALUE);
    }
}
