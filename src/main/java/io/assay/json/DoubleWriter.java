package io.assay.json;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as the same double, in the notation of {@link Double#toString(double)} of JDK 19 and
 * later. The algorithm is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles", 2020).
 */
final class DoubleWriter {
    /** The longest: {@code -1.2345678901234567E-308}. */
    static final int LONGEST = 24;

    private static final int MIN_K = -324;
    private static final int MAX_K = 292;
    private static final int MIN_EXPONENT = -1074;
    private static final long HIDDEN = 1L << 52;
    private static final long LOW_63 = Long.MAX_VALUE;

    /** The upper and lower 63 bits of 10^-k, scaled to 126 bits and rounded up, for each k from {@link #MIN_K} on. */
    private static final long[] POWERS = powers();

    private DoubleWriter() {}

    private static long[] powers() {
        long[] powers = new long[2 * (MAX_K - MIN_K + 1)];
        for (int k = MIN_K; k <= MAX_K; k++) {
            BigInteger scaled;
            if (k <= 0) {
                BigInteger power = BigInteger.TEN.pow(-k);
                scaled = power.shiftLeft(126 - power.bitLength());
            } else {
                BigInteger power = BigInteger.TEN.pow(k);
                scaled = BigInteger.ONE.shiftLeft(125 + power.bitLength()).divide(power);
            }
            BigInteger g = scaled.add(BigInteger.ONE);
            powers[2 * (k - MIN_K)] = g.shiftRight(63).longValueExact();
            powers[2 * (k - MIN_K) + 1] = g.longValue() & LOW_63;
        }
        return powers;
    }

    /**
     * Writes a finite number.
     *
     * @param b has {@link #LONGEST} bytes from {@code at} on
     * @return where it ends
     */
    static int write(byte[] b, int at, double value) {
        long bits = Double.doubleToRawLongBits(value);
        int p = at;
        if (bits < 0) b[p++] = '-';
        long fraction = bits & (HIDDEN - 1);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased != 0) {
            long c = HIDDEN | fraction;
            int shift = 1075 - biased;
            if (shift > 0 && shift < 53 && (c >>> shift) << shift == c) return decimal(b, p, c >>> shift, 0);
            return shortest(b, p, -shift, c, 0);
        }
        if (fraction == 0) return decimal(b, p, 0, 0);
        // Below three units the shortest may have two digits where ten times as fine shows them.
        return fraction < 3
                ? shortest(b, p, MIN_EXPONENT, 10 * fraction, -1)
                : shortest(b, p, MIN_EXPONENT, fraction, 0);
    }

    private static int shortest(byte[] b, int at, int q, long c, int dk) {
        int odd = (int) c & 1;
        long cb = c << 2;
        long cbr = cb + 2;
        long cbl;
        int k;
        if (c != HIDDEN || q == MIN_EXPONENT) {
            cbl = cb - 2;
            k = (int) ((q * 661_971_961_083L) >> 41);
        } else {
            cbl = cb - 1;
            k = (int) ((q * 661_971_961_083L - 274_743_187_321L) >> 41);
        }
        int h = q + (int) ((-k * 913_124_641_741L) >> 38) + 2;
        long g1 = POWERS[2 * (k - MIN_K)];
        long g0 = POWERS[2 * (k - MIN_K) + 1];
        long vb = roundToOdd(g1, g0, cb << h);
        long vbl = roundToOdd(g1, g0, cbl << h);
        long vbr = roundToOdd(g1, g0, cbr << h);
        long s = vb >> 2;
        if (s >= 100) {
            long below = s / 10 * 10;
            long above = below + 10;
            boolean belowIn = vbl + odd <= below << 2;
            boolean aboveIn = (above << 2) + odd <= vbr;
            if (belowIn != aboveIn) return decimal(b, at, belowIn ? below : above, k);
        }
        long t = s + 1;
        boolean sIn = vbl + odd <= s << 2;
        boolean tIn = (t << 2) + odd <= vbr;
        if (sIn != tIn) return decimal(b, at, sIn ? s : t, k + dk);
        long side = vb - ((s + t) << 1);
        return decimal(b, at, side < 0 || (side == 0 && (s & 1) == 0) ? s : t, k + dk);
    }

    private static long roundToOdd(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (((z & LOW_63) + LOW_63) >>> 63);
    }

    /** Writes f times 10^e. */
    private static int decimal(byte[] b, int at, long f, int e) {
        long digits = f;
        int exponent = e;
        if (digits % 10 == 0 && digits != 0) {
            for (long q = digits / 100_000_000; q * 100_000_000 == digits; q = digits / 100_000_000) {
                digits = q;
                exponent += 8;
            }
            for (long q = digits / 100; q * 100 == digits; q = digits / 100) {
                digits = q;
                exponent += 2;
            }
            if (digits % 10 == 0) {
                digits /= 10;
                exponent++;
            }
        }
        int n = Digits.count(digits);
        int point = digits == 0 ? 1 : n + exponent;
        if (point > 0 && point <= 7) return plain(b, at, digits, n, point);
        if (point > -3 && point <= 0) return small(b, at, digits, n, -point);
        return scientific(b, at, digits, n, point - 1);
    }

    private static int plain(byte[] b, int at, long digits, int n, int point) {
        if (n <= point) {
            Digits.write(b, at, digits, n);
            int p = at + n;
            while (p < at + point) b[p++] = '0';
            b[p++] = '.';
            b[p++] = '0';
            return p;
        }
        Digits.write(b, at + 1, digits, n);
        for (int i = at; i < at + point; i++) b[i] = b[i + 1];
        b[at + point] = '.';
        return at + n + 1;
    }

    private static int small(byte[] b, int at, long digits, int n, int zeros) {
        int p = at;
        b[p++] = '0';
        b[p++] = '.';
        for (int i = 0; i < zeros; i++) b[p++] = '0';
        Digits.write(b, p, digits, n);
        return p + n;
    }

    private static int scientific(byte[] b, int at, long digits, int n, int exponent) {
        Digits.write(b, at + 1, digits, n);
        b[at] = b[at + 1];
        b[at + 1] = '.';
        int p = at + n + 1;
        if (n == 1) b[p++] = '0';
        b[p++] = 'E';
        if (exponent < 0) b[p++] = '-';
        int size = Math.abs(exponent);
        int count = Digits.count(size);
        Digits.write(b, p, size, count);
        return p + count;
    }
}
