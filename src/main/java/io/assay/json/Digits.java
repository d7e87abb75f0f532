package io.assay.json;

/** Decimal digits of integers. */
final class Digits {
    /** Two digits for 0 to 99, the first in the low byte. */
    private static final short[] PAIRS = new short[100];

    private static final long[] POWERS = new long[19];

    static {
        for (int i = 0; i < 100; i++) PAIRS[i] = (short) (('0' + i / 10) | (('0' + i % 10) << 8));
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

    /** Writes a number from 0 on in exactly {@code count} digits. */
    static void write(byte[] b, int at, long n, int count) {
        int end = at + count;
        long rest = n;
        while (rest >= 100_000_000) {
            long above = rest / 100_000_000;
            eight(b, end - 8, (int) (rest - above * 100_000_000));
            end -= 8;
            rest = above;
        }
        int low = (int) rest;
        while (low >= 100) {
            int above = low / 100;
            Words.setShort(b, end - 2, PAIRS[low - above * 100]);
            end -= 2;
            low = above;
        }
        if (low >= 10) {
            Words.setShort(b, end - 2, PAIRS[low]);
            end -= 2;
        } else if (end > at) {
            b[--end] = (byte) ('0' + low);
        }
        while (end > at) b[--end] = '0';
    }

    private static void eight(byte[] b, int at, int n) {
        int high = n / 10_000;
        int low = n - high * 10_000;
        int a = high / 100;
        int c = low / 100;
        Words.setShort(b, at, PAIRS[a]);
        Words.setShort(b, at + 2, PAIRS[high - a * 100]);
        Words.setShort(b, at + 4, PAIRS[c]);
        Words.setShort(b, at + 6, PAIRS[low - c * 100]);
    }
}
