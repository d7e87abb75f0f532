package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** What is written is read back the same, and means the same to Jackson. */
class RoundTripTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private final JsonCodec codec = Json.codec(Sample.class, Sample.Fields.class, Object.class);

    /** Every scalar value of Unicode, the edges above all. */
    private static Arbitrary<String> text() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7F),
                Arbitraries.integers().between(0x80, 0x7FF),
                Arbitraries.integers().between(0x800, 0xD7FF),
                Arbitraries.integers().between(0xE000, 0xFFFF),
                Arbitraries.integers().between(0x10000, 0x10FFFF),
                Arbitraries.of((int) '"', (int) '\\', (int) '/', 0x7F, 0x2028, 0));
        Arbitrary<String> mixed = points.list().ofMaxSize(40).map(RoundTripTest::string);
        Arbitrary<String> plain = Arbitraries.strings().ascii().ofMaxLength(40);
        Arbitrary<String> latin =
                Arbitraries.strings().withCharRange(' ', '\u00FF').ofMaxLength(40);
        Arbitrary<String> longer = points.map(RoundTripTest::one).map(s -> ("x".repeat(509) + s).repeat(3));
        return Arbitraries.frequencyOf(Tuple.of(4, mixed), Tuple.of(4, plain), Tuple.of(4, latin), Tuple.of(1, longer));
    }

    private static String string(List<Integer> points) {
        StringBuilder s = new StringBuilder();
        points.forEach(s::appendCodePoint);
        return s.toString();
    }

    private static String one(int point) {
        return new String(Character.toChars(point));
    }

    private static Arbitrary<Double> number() {
        Arbitrary<Double> bits = Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .map(Double::longBitsToDouble)
                .filter(Double::isFinite);
        return Arbitraries.oneOf(
                bits,
                Arbitraries.of(
                        0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -1.0, 0.1, 1e22, 1e23));
    }

    private static Arbitrary<BigDecimal> decimal() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(60).negate(), BigInteger.TEN.pow(60)),
                        Arbitraries.integers().between(-200, 200))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Object> tree(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                text().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                number().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.bigIntegers()
                        .between(BigInteger.ONE.shiftLeft(63), BigInteger.ONE.shiftLeft(90))
                        .map(Object.class::cast));
        if (depth == 0) return leaf.injectNull(0.1);
        return Arbitraries.oneOf(
                        leaf,
                        Arbitraries.lazy(() -> tree(depth - 1).list().ofMaxSize(4))
                                .map(Object.class::cast),
                        Arbitraries.maps(text(), Arbitraries.lazy(() -> tree(depth - 1)))
                                .ofMaxSize(4)
                                .map(Object.class::cast))
                .injectNull(0.1);
    }

    private static Arbitrary<Sample> sample(Arbitrary<Sample> child) {
        var numbers = Combinators.combine(
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        number(),
                        Arbitraries.integers().injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        number().injectNull(0.2),
                        decimal().injectNull(0.2),
                        Arbitraries.bigIntegers().injectNull(0.2))
                .as((i, l, d, bi, bl, bd, dec, big) -> new Object[] {i, l, d, bi, bl, bd, dec, big});
        return Combinators.combine(
                        numbers,
                        text().injectNull(0.2),
                        Arbitraries.of(Sample.Kind.class).injectNull(0.2),
                        text().injectNull(0.1).list().ofMaxSize(3).injectNull(0.2),
                        Arbitraries.integers()
                                .injectNull(0.1)
                                .list()
                                .ofMaxSize(3)
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.maps(text(), number().injectNull(0.1))
                                .ofMaxSize(3)
                                .injectNull(0.2),
                        tree(2),
                        child)
                .as((n, text, kind, strings, nested, map, any, c) -> new Sample(
                        (Integer) n[0],
                        (Long) n[1],
                        (Double) n[2],
                        (Integer) n[0] > 0,
                        (Integer) n[3],
                        (Long) n[4],
                        (Double) n[5],
                        n[3] == null ? null : (Boolean) true,
                        text,
                        (BigDecimal) n[6],
                        (BigInteger) n[7],
                        kind,
                        strings,
                        nested,
                        map,
                        any,
                        c,
                        text,
                        text));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return sample(sample(Arbitraries.just((Sample) null)).injectNull(0.3));
    }

    @Property(tries = 200, seed = "20")
    void recordsOfAllTypes(@ForAll("samples") Sample sample) throws JsonException {
        byte[] document = codec.toBytes(sample);
        assertEquals(sample, codec.read(document, 0, document.length, Sample.class));
        // To Jackson it is JSON, and the strings in it are those.
        var tree = JACKSON.readTree(document);
        assertEquals(
                sample.text(),
                tree.get("text").isNull() ? null : tree.get("text").asString());
        assertEquals(sample.l(), tree.get("l").asLong());
        assertEquals(sample.d(), tree.get("d").asDouble());
    }

    @Provide
    Arbitrary<Object> trees() {
        return tree(3);
    }

    @Property(tries = 200, seed = "21")
    void documentsWithoutAClass(@ForAll("trees") Object tree) throws JsonException {
        byte[] document = codec.toBytes(tree);
        Object back = codec.read(document, 0, document.length, Object.class);
        assertEquals(tree, back);
        assertEquals(JACKSON.readTree(JACKSON.writeValueAsBytes(tree)), JACKSON.readTree(document));
    }

    @Property(tries = 100, seed = "22")
    void primitiveArrays(@ForAll int[] ints, @ForAll long[] longs, @ForAll("finite") double[] doubles)
            throws JsonException {
        Sample.Fields fields = new Sample.Fields();
        fields.ints = ints;
        fields.longs = longs;
        fields.doubles = doubles;
        byte[] document = codec.toBytes(fields);
        Sample.Fields back = codec.read(document, 0, document.length, Sample.Fields.class);
        assertArrayEquals(ints, back.ints);
        assertArrayEquals(longs, back.longs);
        assertArrayEquals(doubles, back.doubles);
    }

    @Provide
    Arbitrary<double[]> finite() {
        return number().array(double[].class).ofMaxSize(200);
    }

    /** One document with all of Unicode but the surrogates. */
    @Test
    void everyCharacter() throws JsonException {
        StringBuilder s = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < 0xD800 || point > 0xDFFF) s.appendCodePoint(point);
        }
        byte[] document = codec.toBytes(s.toString());
        assertEquals(s.toString(), codec.read(document, 0, document.length, Object.class));
        assertEquals(s.toString(), JACKSON.readTree(document).asString());
    }

    @Test
    void edgesOfIntegers() throws JsonException {
        for (long l :
                new long[] {0, -1, 9, 10, 99, 100, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE
                }) {
            assertEquals(Long.toString(l), Json.write(l));
            assertEquals(l, Json.read(Long.toString(l)));
        }
        for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
            for (long l = power - 1; l <= power + 1; l++) {
                assertEquals(Long.toString(l), Json.write(l));
                assertEquals(Long.toString(-l), Json.write(-l));
                assertEquals(l, Json.read(Long.toString(l)));
            }
        }
        assertEquals(new BigInteger("9223372036854775808"), Json.read("9223372036854775808"));
        assertEquals(new BigInteger("-9223372036854775809"), Json.read("-9223372036854775809"));
    }

    @Test
    void anUnknownOrMissingFieldLeavesTheOthersAlone() throws JsonException {
        Sample.Fields fields = Json.read(
                " { \"x\" : {\"y\":[1,{}, \"\\u00e9\\n\", -1e5, true]} , \"n123\" : 3 , \"n\":1,\"ints\":null}\n",
                Sample.Fields.class);
        assertEquals(3, fields.n123);
        assertEquals(1, fields.n);
        assertEquals("kept", fields.ignored);
        assertEquals(7, fields.passing);
    }

    /** In order they are found by words, else by the table; escaped names are the same names; the last one wins. */
    @Test
    void namesInAnyOrderAndSpelling() throws JsonException {
        assertEquals(2, Json.read("{\"n\":1,\"n\":2}", Sample.Fields.class).n);
        assertEquals(2, Json.read("{\"n12\":0,\"n\":1,\"\\u006e\":2}", Sample.Fields.class).n);
        assertEquals(
                "x",
                Json.read("{\"\\\"quoted\\\\ größe\\\"\":\"x\"}", Sample.class).renamed());
        assertEquals(
                "x",
                Json.read("{\"\\u0022quoted\\u005c gr\\u00f6\\u00dfe\\\"\":\"x\"}", Sample.class)
                        .renamed());
        assertEquals(Map.of("a", 2L), Json.read("{\"a\":1,\"a\":2}"));
        assertEquals("{}", Json.write(new Sample.Nothing()));
        assertEquals(new Sample.Nothing(), Json.read("{\"a\":1}", Sample.Nothing.class));
    }
}
