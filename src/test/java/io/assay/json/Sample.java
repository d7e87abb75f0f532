package io.assay.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A record with a component of every type that the processor knows. */
@CompiledJson
public record Sample(
        int i,
        long l,
        double d,
        boolean b,
        Integer boxedInt,
        Long boxedLong,
        Double boxedDouble,
        Boolean boxedBoolean,
        String text,
        BigDecimal decimal,
        BigInteger integer,
        Kind kind,
        List<String> strings,
        List<List<Integer>> nested,
        Map<String, Double> numbers,
        Object any,
        Sample child,
        @JsonAttribute(name = "\"quoted\\ größe\"") String renamed,
        String aNameThatIsLongerThanTwentyFourBytes) {
    /** An enum. */
    public enum Kind {
        FIRST,
        SECOND
    }

    /** A class with fields: arrays, one left out, names of every length that names are compared by. */
    @CompiledJson
    public static class Fields {
        public int[] ints;
        public long[] longs;
        public double[] doubles;

        @JsonAttribute(ignore = true)
        public String ignored = "kept";

        public transient int passing = 7;
        public int n;
        public int n12;
        public int n123;
        public int n1234;
        public int n12345678901;
        public int n123456789012;
        public int n1234567890123456789;
        public int n12345678901234567890;
    }

    /** Nothing inside. */
    @CompiledJson
    public record Nothing() {}

    /** A constructor that refuses. */
    @CompiledJson
    public record Range(int from, int to, Range next) {
        public Range {
            if (from > to) throw new IllegalArgumentException(from + " is above " + to);
        }
    }

    /** No annotation, so no converter. */
    public record Plain(int i) {}
}
