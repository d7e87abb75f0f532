package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Digits by words, against the JDK's. */
class DigitsTest {
    private static String written(long n) {
        byte[] b = new byte[40];
        return new String(b, 3, Digits.write(b, 3, n) - 3, StandardCharsets.US_ASCII);
    }

    @Test
    void everyFourDigitsAreRightInBothHalves() {
        for (int n = 0; n < 10_000; n++) {
            assertEquals(Integer.toString(n), written(n));
            assertEquals(Integer.toString(1_0000 + n), written(1_0000 + n));
            assertEquals(n + "0042", written(n * 10_000L + 42).replaceFirst("^42$", "00042"));
        }
    }

    /** By a product that stands for a division: where it would be wrong first is just before a multiple of 10,000. */
    @Test
    void allFoursOfDigitsAreApart() {
        for (long n = 9_999; n < 100_000_000; n += 10_000) {
            assertEquals(n, eight(n));
            assertEquals(n - 9_999, eight(n - 9_999));
        }
    }

    private static long eight(long n) {
        return Digits.read(Digits.eight(n) | 0x3030303030303030L);
    }

    @Test
    void everyLengthIsWritten() {
        for (long n = 1; n > 0 && n < Long.MAX_VALUE / 10; n *= 10) {
            for (long m : new long[] {n - 1, n, n + 1, 9 * n, 9 * n + 9}) assertEquals(Long.toString(m), written(m));
        }
        assertEquals("9223372036854775807", written(Long.MAX_VALUE));
    }

    @Property(tries = 2000)
    void anyNumberIsWrittenAndCounted(@ForAll @LongRange(min = 0) long n, @ForAll @IntRange(max = 62) int shift) {
        assertEquals(Long.toString(n >> shift), written(n >> shift));
        assertEquals(Long.toString(n >> shift).length(), Digits.count(n >> shift));
    }

    @Test
    void aPointStandsWhereItIsWantedAndZerosBehindItGo() {
        Random random = new Random(3);
        byte[] b = new byte[64];
        for (int count = 2; count <= 18; count++) {
            for (int point = 1; point <= Math.min(7, count - 1); point++) {
                for (int zeros = 0; zeros < count; zeros++) {
                    long n = number(random, count - zeros) * (long) Math.pow(10, zeros);
                    String digits = Long.toString(n);
                    String behind = digits.substring(point).replaceAll("(?<=.)0+$", "");
                    int end = Digits.writeWithPoint(b, 3, n, count, point);
                    assertEquals(
                            digits.substring(0, point) + "." + behind,
                            new String(b, 3, end - 3, StandardCharsets.US_ASCII));
                }
            }
        }
    }

    private static long number(Random random, int digits) {
        long least = (long) Math.pow(10, digits - 1);
        return least + random.nextLong(9 * least);
    }

    @Test
    void eightDigitsAreReadAndFewerAreSeen() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            int count = random.nextInt(9);
            byte[] b = new byte[8];
            random.nextBytes(b);
            String digits = count == 0 ? "" : Long.toString(number(random, count));
            for (int j = 0; j < count; j++) b[j] = (byte) digits.charAt(j);
            if (count < 8 && b[count] >= '0' && b[count] <= '9') b[count] = 'x';
            long word = Words.get(b, 0);
            assertEquals(count, Long.numberOfTrailingZeros(Digits.others(word)) >>> 3, digits);
            if (count == 8) assertEquals(Long.parseLong(digits), Digits.read(word), digits);
        }
    }

    @Test
    void everyByteButTheTenDigitsIsAnother() {
        for (int value = 0; value < 256; value++) {
            boolean digit = value >= '0' && value <= '9';
            long word = 0x3131313131313100L | value;
            assertEquals(digit ? 64 : 7, Long.numberOfTrailingZeros(Digits.others(word)), Integer.toString(value));
        }
    }
}
