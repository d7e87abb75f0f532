package io.assay.net;

import io.assay.Checks;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Byte arrays of one loop, used again: sizes are powers of two from {@value #SMALLEST} bytes to {@value #LARGEST}; above
 * that arrays have the size that was asked for, and are not kept. Holds at most the bytes it was told to. Not
 * thread-safe, but for {@link #outstanding} and {@link #outstandingBytes}.
 */
public final class ArrayPool {
    /** The smallest array. */
    public static final int SMALLEST = 256;

    /** The largest array that is kept. */
    public static final int LARGEST = 1 << 20;

    /** The longest array that every virtual machine makes. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private static final int FIRST_CLASS = Integer.numberOfTrailingZeros(SMALLEST);
    private static final int CLASSES = Integer.numberOfTrailingZeros(LARGEST) - FIRST_CLASS + 1;

    private static final byte[] EMPTY = {};

    private final byte[][][] free = new byte[CLASSES][][];
    private final int[] counts = new int[CLASSES];
    private final long most;
    private long held;
    /** Written by the owner alone; opaque, so that others may read it. */
    private final AtomicLong taken = new AtomicLong();

    private final AtomicLong takenBytes = new AtomicLong();

    /** A pool that holds at most so many bytes for later; 0 keeps none, and every array is a new one. */
    public ArrayPool(long mostBytes) {
        most = mostBytes;
    }

    /** An array of at least so many bytes, whose content is anything. */
    public byte[] take(int bytes) {
        byte[] array = find(bytes);
        taken.setOpaque(taken.getPlain() + 1);
        takenBytes.setOpaque(takenBytes.getPlain() + array.length);
        return array;
    }

    private byte[] find(int bytes) {
        int index = indexOf(bytes);
        if (index >= CLASSES) return new byte[bytes];
        byte[][] stack = free[index];
        if (stack == null || counts[index] == 0) return new byte[SMALLEST << index];
        int top = --counts[index];
        byte[] array = stack[top];
        stack[top] = EMPTY;
        held -= array.length;
        return array;
    }

    /** Gives an array of {@link #take} back; who gave it must not touch it any more. */
    public void give(byte[] array) {
        taken.setOpaque(taken.getPlain() - 1);
        takenBytes.setOpaque(takenBytes.getPlain() - array.length);
        if (Checks.ENABLED && taken.getPlain() < 0)
            throw new IllegalStateException("more arrays were given back than were taken");
        int index = indexOf(array.length);
        if (index >= CLASSES || held + array.length > most) return;
        byte[][] stack = free[index];
        if (stack == null) {
            stack = new byte[4][];
            free[index] = stack;
        } else if (counts[index] == stack.length) {
            stack = Arrays.copyOf(stack, stack.length * 2);
            free[index] = stack;
        }
        stack[counts[index]++] = array;
        held += array.length;
    }

    /**
     * An array of at least so many bytes that starts with the first {@code used} of another, which is given back. Larger by
     * half at least, so that to grow by a little again and again stays linear.
     *
     * @param old an array of this pool, or one of no bytes, which is not
     */
    public byte[] grow(byte[] old, int used, int bytes) {
        if (bytes <= old.length) return old;
        byte[] larger = take((int) Math.max(bytes, Math.min(old.length * 3L / 2, LONGEST)));
        System.arraycopy(old, 0, larger, 0, used);
        if (old.length > 0) give(old);
        return larger;
    }

    /** Arrays that were taken and not given back; any thread, which may see it a little late. */
    public long outstanding() {
        return taken.getOpaque();
    }

    /** Their bytes; as {@link #outstanding}. */
    public long outstandingBytes() {
        return takenBytes.getOpaque();
    }

    /** Bytes that are kept for later. */
    public long held() {
        return held;
    }

    private static int indexOf(int bytes) {
        return bytes <= SMALLEST ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1) - FIRST_CLASS;
    }
}
