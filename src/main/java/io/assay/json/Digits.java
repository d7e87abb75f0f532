package io.assay.json;

/**
 * Decimal digits of integers, eight at a step and without branches on how many there are: numbers of mixed lengths would
 * cost a mispredicted one each.
 */
final class Digits {
    private static final long ASCII = 0x3030303030303030L;
    private static final long EIGHT = 100_000_000;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) POWERS[i] = POWERS[i - 1] * 10;
    }

    private Digits() {}

    /** How many digits a number from 0 on has; 1 for 0. */
    static int count(long n) {
        // 1233 / 4096 is a little more than log10(2): right, or one too many.
        int guess = ((64 - Long.numberOfLeadingZeros(n | 1)) * 1233) >>> 12;
        return guess < 19 && n >= POWERS[guess] ? guess + 1 : Math.max(guess, 1);
    }

    /** The eight digits of a number below 10^8, each a byte of its own, the first in the lowest. */
    static long eight(long n) {
        // A multiplication by 2^40 / 10,000, rounded up, is exact below 4.9 * 10^8; the compiler's own works for all of
        // long.
        long high = (n * 109_951_163) >>> 40;
        long four = high | (n - high * 10_000) << 32;
        // In each half the quotient by 100: 10486 / 2^20 is close enough below 10,000.
        long hundreds = ((four * 10_486) >>> 20) & 0x7F_0000_007FL;
        long two = hundreds | (four - hundreds * 100) << 16;
        long tens = ((two * 103) >>> 10) & 0x000F_000F_000F_000FL;
        return tens | (two - tens * 10) << 8;
    }

    /**
     * Marks the bytes of a text that are no digits. The lowest mark is exact.
     *
     * @param text eight bytes, the first in the lowest
     */
    static long others(long text) {
        long values = text ^ ASCII;
        return ((values + 0x7676767676767676L) | values) & 0x8080808080808080L;
    }

    /** The number that a text of eight digits is. */
    static long read(long text) {
        long values = text ^ ASCII;
        long pairs = values * 10 + (values >>> 8);
        long mask = 0xFF_0000_00FFL;
        // 10^6 and 100 above each other, 10^4 and 1: two products add up the four pairs.
        return ((pairs & mask) * 0x000F_4240_0000_0064L + ((pairs >>> 16) & mask) * 0x0000_2710_0000_0001L) >>> 32;
    }

    /**
     * Writes a number from 0 on without zeros before it; up to seven bytes behind it are touched.
     *
     * @return where it ends
     */
    static int write(byte[] b, int at, long n) {
        if (n < EIGHT) {
            long digits = eight(n);
            // The last digit stays: of 0 it is the only one.
            int zeros = Long.numberOfTrailingZeros(digits | 1L << 56) >>> 3;
            Words.set(b, at, (digits | ASCII) >>> (zeros << 3));
            return at + 8 - zeros;
        }
        long above = n / EIGHT;
        int p = write(b, at, above);
        Words.set(b, p, eight(n - above * EIGHT) | ASCII);
        return p + 8;
    }

    /**
     * Writes a number above 0 with a point in it, without the zeros at its end but one behind the point; up to nine bytes
     * behind it are touched.
     *
     * @param count its digits
     * @param point how many of them stand before the point: 1 to 7, and fewer than all
     * @return where it ends
     */
    static int writeWithPoint(byte[] b, int at, long n, int count, int point) {
        long first;
        int zeros;
        int p = at + 1;
        if (count <= 8) {
            long digits = eight(n);
            first = (digits | ASCII) >>> ((8 - count) << 3);
            Words.set(b, p, first);
            zeros = Long.numberOfLeadingZeros(digits) >>> 3;
        } else {
            long above = n / EIGHT;
            long low = eight(n - above * EIGHT);
            zeros = Long.numberOfLeadingZeros(low) >>> 3;
            int rest = count - 8;
            if (rest > 8) {
                long top = above / EIGHT;
                long middle = eight(above - top * EIGHT);
                if (zeros == 8) zeros += Long.numberOfLeadingZeros(middle) >>> 3;
                rest -= 8;
                first = (eight(top) | ASCII) >>> ((8 - rest) << 3);
                Words.set(b, p, first);
                p += rest;
                Words.set(b, p, middle | ASCII);
                first |= (middle | ASCII) << (rest << 3);
                p += 8;
                if (zeros == 16) zeros += Long.numberOfLeadingZeros(eight(top)) >>> 3;
            } else {
                long high = eight(above);
                if (zeros == 8) zeros += Long.numberOfLeadingZeros(high) >>> 3;
                first = (high | ASCII) >>> ((8 - rest) << 3);
                Words.set(b, p, first);
                p += rest;
                first |= rest == 8 ? 0 : (low | ASCII) << (rest << 3);
            }
            Words.set(b, p, low | ASCII);
        }
        // The digits stand one byte too far right; those before the point move, with it behind them.
        long before = (1L << (point << 3)) - 1;
        Words.set(b, at, (first & before) | (long) '.' << (point << 3) | (first & ~before) << 8);
        return at + 1 + Math.max(count - zeros, point + 1);
    }

    /**
     * Writes a number above 0 without the zeros at its end; up to seven bytes behind it are touched.
     *
     * @return where it ends
     */
    static int writeStripped(byte[] b, int at, long n) {
        int p = write(b, at, n);
        while (b[p - 1] == '0') p--;
        return p;
    }
}
