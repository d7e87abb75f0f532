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
    /** Biased exponents of 2^-9 and 2^23: between them most numbers have few digits behind the point. */
    private static final int LEAST_PLAIN = 1023 - 9;

    private static final int MOST_PLAIN = 1023 + 23;
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
     * @param b has {@link #LONGEST} bytes from {@code at} on, and 8 more that may be touched
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
            if (biased >= LEAST_PLAIN && biased < MOST_PLAIN) {
                double size = Math.abs(value);
                long millionths = (long) (size * 1e6 + 0.5);
                // The quotient of two exact numbers is rounded once: it reads back as the same. And of all decimals of
                // up to 15 digits no other one does, so it is the shortest.
                if (millionths / 1e6 == size) return decimal(b, p, millionths, -6);
            }
            return shortest(b, p, -shift, c, 0);
        }
        if (fraction == 0) return whole(b, p, 0, 0);
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
        int n = Digits.count(f);
        int point = n + e;
        if (point > 0 && point <= 7) {
            return point < n ? Digits.writeWithPoint(b, at, f, n, point) : whole(b, at, f, e);
        }
        if (point > -3 && point <= 0) return small(b, at, f, -point);
        return scientific(b, at, f, n, point - 1);
    }

    private static int whole(byte[] b, int at, long digits, int zeros) {
        int p = Digits.write(b, at, digits);
        for (int i = 0; i < zeros; i++) b[p++] = '0';
        b[p++] = '.';
        b[p++] = '0';
        return p;
    }

    private static int small(byte[] b, int at, long digits, int zeros) {
        int p = at;
        b[p++] = '0';
        b[p++] = '.';
        for (int i = 0; i < zeros; i++) b[p++] = '0';
        return Digits.writeStripped(b, p, digits);
    }

    private static int scientific(byte[] b, int at, long digits, int n, int exponent) {
        int p = n > 1 ? Digits.writeWithPoint(b, at, digits, n, 1) : whole(b, at, digits, 0);
        b[p++] = 'E';
        if (exponent < 0) b[p++] = '-';
        return Digits.write(b, p, Math.abs(exponent));
    }
}
