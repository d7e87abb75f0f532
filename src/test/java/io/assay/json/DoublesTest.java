package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Doubles, against the JDK's own reader and against exact arithmetic. */
class DoublesTest {
    private static final int RANDOM = 40_000;

    private static final JsonCodec CODEC = Json.codec(Sample.Fields.class);

    private static String written(double d) {
        byte[] b = new byte[DoubleWriter.LONGEST + 8];
        return new String(b, 0, DoubleWriter.write(b, 0, d), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1, -1.0",
        "20, 20.0",
        "0.1, 0.1",
        "0.001, 0.001",
        "1.0E-4, 1.0E-4",
        "9999999, 9999999.0",
        "1.0E7, 1.0E7",
        "12345678, 1.2345678E7",
        "2.0E-3, 0.002",
        "1.0E23, 1.0E23",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 4.9E-324",
        "1.0E-323, 9.9E-324",
        "1.5E-323, 1.5E-323",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "2.0E-44, 2.0E-44",
        "9007199254740993, 9.007199254740992E15",
        "0.30000000000000004, 0.30000000000000004",
        "100, 100.0",
        "123456.789, 123456.789",
        "5.0E-4, 5.0E-4",
        "1.1E-5, 1.1E-5",
        "8.41E21, 8.41E21",
        "2.0E0, 2.0",
        "9.5, 9.5",
        "2251799813685249.5, 2.2517998136852495E15"
    })
    void areWrittenInJavasNotation(double d, String text) {
        assertEquals(text, written(d));
    }

    @Test
    void anyBitsAreReadBack() {
        Random random = new Random(1);
        for (int i = 0; i < RANDOM; i++) {
            double d = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(d)) checkShortest(d);
        }
    }

    @Test
    void theNeighboursOfEveryPowerAreReadBack() {
        for (int exponent = 0; exponent < 0x7FF; exponent++) {
            for (long fraction : new long[] {0, 1, 2, 3, (1L << 52) - 1, (1L << 52) - 2, 1L << 51}) {
                checkShortest(Double.longBitsToDouble((long) exponent << 52 | fraction));
            }
        }
        for (int power = -330; power < 309; power++) {
            double d = Double.parseDouble("1e" + power);
            checkShortest(d);
            if (d > 0) checkShortest(Math.nextDown(d));
            checkShortest(Math.nextUp(d));
        }
    }

    /** Reads back the same, and no decimal with a digit less does. */
    private static void checkShortest(double d) {
        String text = written(d);
        assertEquals(Double.doubleToRawLongBits(d), Double.doubleToRawLongBits(Double.parseDouble(text)), text);
        BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
        int digits = exact.precision();
        if (digits <= 2) return;
        BigDecimal value = new BigDecimal(d);
        for (var mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal shorter = value.round(new MathContext(digits - 1, mode));
            assertTrue(shorter.doubleValue() != d, () -> text + " could be " + shorter);
        }
    }

    private static double read(String text) throws JsonException {
        byte[] document = Json.bytes("{\"doubles\":[" + text + "]}");
        return CODEC.read(document, 0, document.length, Sample.Fields.class).doubles[0];
    }

    private static void checkRead(String text) throws JsonException {
        double right = Double.parseDouble(text);
        if (Double.isInfinite(right)) {
            JsonException e = assertThrows(JsonException.class, () -> read(text));
            assertEquals(JsonError.NUMBER_OUT_OF_RANGE, e.error(), text);
        } else {
            assertEquals(Double.doubleToRawLongBits(right), Double.doubleToRawLongBits(read(text)), text);
        }
    }

    @Property(tries = 4_000, seed = "17")
    void anyDecimalIsRounded(@ForAll long digits, @ForAll @IntRange(min = -360, max = 330) int power)
            throws JsonException {
        checkRead(digits + "e" + power);
        checkRead(digits / 1_000_000 + "E+" + Math.abs(power));
    }

    @Property(tries = 2_000, seed = "18")
    void fractionsAreRounded(@ForAll @LongRange(min = 0) long digits, @ForAll @IntRange(min = 0, max = 30) int zeros)
            throws JsonException {
        checkRead("0." + "0".repeat(zeros) + digits);
        checkRead("-" + digits + "." + "0".repeat(zeros) + "1");
    }

    /** Half way between two doubles, and a little to either side: to even, or to the nearer. */
    @Test
    void halvesAreRoundedToEven() throws JsonException {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            double d = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (!Double.isFinite(d) || d == Double.MAX_VALUE) continue;
            BigDecimal half =
                    new BigDecimal(d).add(new BigDecimal(Math.nextUp(d))).divide(BigDecimal.valueOf(2));
            checkRead(half.toString());
            checkRead(half.add(half.ulp()).toString());
            checkRead(half.subtract(half.ulp()).toString());
        }
        for (long m = 1L << 53; m < (1L << 53) + 200; m++) {
            for (int power = -4; power < 24; power++) checkRead(m + "e" + power);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0e5",
                "-0.0e-999999999",
                "1e-999999999999",
                "0.000000000000000000000000000001",
                "1e308",
                "1.7976931348623158e308",
                "1.7976931348623159e308",
                "1.797693134862315808e308",
                "1e309",
                "1e999999999999",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "2.2250738585072011e-308",
                "2.225073858507201136057409796709131975934819546351645648023426109724822222021076945516529523908135087914149158913039621106870086438694594645527657207407820621743379988141063267329253552286881372149012981122451451889849057222307285255133155755015914397476397983411801999323962548289017107081850690630666655994938275772572015763062690663332647565300009245888316433037779791869612049497390377829704905051080609940730262937128958950003583799967207254304360284078895771796150945516748243471030702609144621572289880258182545180325707018860872113128079512233426288368622321503775666622503982534335974568884423900265498198385487948292206894721689831099698365846814022854243330660339850886445804001034933970427567186443383770486037861622771738545623065874679014086723327636718751234567890123456789012345678901e-308",
                "123456789012345678901234567890",
                "0.12345678901234567890123456789",
                "9007199254740993",
                "9007199254740993.00000000000000000001"
            })
    void edgesAreRounded(String text) throws JsonException {
        checkRead(text);
    }

    @Test
    void jsonHasNoInfinity() {
        for (double d : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            JsonException e = assertThrows(JsonException.class, () -> Json.write(List.of(d)));
            assertEquals(JsonError.NUMBER_OUT_OF_RANGE, e.error());
            assertEquals(1, e.offset());
        }
    }
}
