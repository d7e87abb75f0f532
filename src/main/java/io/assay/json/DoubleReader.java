package io.assay.json;

import java.math.BigInteger;

/**
 * The double nearest to a decimal of up to 19 digits, without big numbers: Eisel and Lemire (Daniel Lemire, "Number parsing at
 * a gigabyte per second", Software: Practice and Experience 51(8), 2021; Mushtak and Lemire 2023 for why no fallback is
 * needed).
 */
final class DoubleReader {
    private static final int MIN_POWER = -342;
    private static final int MAX_POWER = 308;
    private static final long HIDDEN = 1L << 52;
    /** Exactly representable, so that one division or multiplication is correctly rounded (Clinger 1990). */
    private static final double[] EXACT = new double[23];

    /** The upper and lower 64 bits of 5^q scaled to 128 bits: rounded down for q from 0 on, else up. */
    private static final long[] POWERS = new long[2 * (MAX_POWER - MIN_POWER + 1)];

    static {
        for (int q = MIN_POWER; q <= MAX_POWER; q++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
            BigInteger scaled = q >= 0
                    ? five.shiftLeft(128 - Math.min(128, five.bitLength()))
                            .shiftRight(Math.max(0, five.bitLength() - 128))
                    : BigInteger.ONE
                            .shiftLeft(127 + five.bitLength())
                            .divide(five)
                            .add(BigInteger.ONE);
            POWERS[2 * (q - MIN_POWER)] = scaled.shiftRight(64).longValue();
            POWERS[2 * (q - MIN_POWER) + 1] = scaled.longValue();
        }
        EXACT[0] = 1;
        for (int i = 1; i < EXACT.length; i++) EXACT[i] = EXACT[i - 1] * 10;
    }

    private DoubleReader() {}

    /**
     * {@code digits} times ten to the {@code power}, rounded to nearest, ties to even; infinite when it is too large.
     *
     * @param digits unsigned
     */
    static double nearest(long digits, int power) {
        if (digits >= 0 && digits <= 1L << 53 && power >= -22 && power <= 22) {
            return power < 0 ? digits / EXACT[-power] : digits * EXACT[power];
        }
        return rounded(digits, power);
    }

    private static double rounded(long digits, int power) {
        if (digits == 0 || power < MIN_POWER) return 0;
        if (power > MAX_POWER) return Double.POSITIVE_INFINITY;
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long five = POWERS[2 * (power - MIN_POWER)];
        long low = w * five;
        long high = multiplyHigh(w, five);
        if ((high & 0x1FF) == 0x1FF) {
            long more = multiplyHigh(w, POWERS[2 * (power - MIN_POWER) + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) high++;
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 9;
        long mantissa = high >>> shift;
        int exponent = ((217_706 * power) >> 16) + 63 + upper - zeros + 1023;
        if (exponent <= 0) return subnormal(mantissa, exponent);
        // Half way between two doubles, which only few powers can be: to even.
        if (Long.compareUnsigned(low, 1) <= 0
                && power >= -4
                && power <= 23
                && (mantissa & 3) == 1
                && mantissa << shift == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= HIDDEN << 1) {
            mantissa = HIDDEN;
            exponent++;
        }
        if (exponent >= 0x7FF) return Double.POSITIVE_INFINITY;
        return Double.longBitsToDouble((long) exponent << 52 | (mantissa & (HIDDEN - 1)));
    }

    private static double subnormal(long mantissa, int exponent) {
        if (1 - exponent >= 64) return 0;
        long m = mantissa >>> (1 - exponent);
        m = (m + (m & 1)) >>> 1;
        // A carry into the hidden bit makes the smallest normal number, whose bits these are.
        return Double.longBitsToDouble(m);
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
