package io.assay.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads numbers out of a {@link JsonInput}'s bytes, by the grammar of RFC 8259 section 6. The first byte is at its position. */
final class NumberReader {
    /** So many digits fit into an unsigned long. */
    private static final int MOST_DIGITS = 19;
    /** Above this no double is finite, whatever the digits before it; below its negative all are zero. */
    private static final int FAR = 100_000_000;
    /** Of a {@code BigDecimal}: enough for every double, and its plain notation stays affordable. */
    private static final int LARGEST_EXPONENT = 9_999;

    private final JsonInput in;

    private boolean integer;
    private long digits;
    private int count;
    private int exponent;

    NumberReader(JsonInput in) {
        this.in = in;
    }

    long readLong() throws JsonException {
        byte[] b = in.bytes;
        int end = in.end;
        int at = in.position;
        int p = at;
        boolean negative = b[p] == '-';
        if (negative) p++;
        int first = p;
        long value = 0;
        while (p < end) {
            int digit = b[p] - '0';
            if (digit < 0 || digit > 9) break;
            value = value * 10 + digit;
            p++;
        }
        int length = p - first;
        if (length == 0) throw noNumber(at, first);
        if (b[first] == '0' && length > 1) throw in.error(JsonError.BAD_NUMBER, at);
        if (p < end && (b[p] == '.' || (b[p] | 0x20) == 'e')) {
            skip();
            throw in.error(JsonError.NOT_AN_INTEGER, at);
        }
        // Nineteen digits may wrap round once, into the negative; -2^63 is the one that may.
        if (length >= 19 && (length > 19 || value < 0) && !(length == 19 && negative && value == Long.MIN_VALUE)) {
            throw in.error(JsonError.NUMBER_OUT_OF_RANGE, at);
        }
        in.position = p;
        return negative ? -value : value;
    }

    private JsonException noNumber(int at, int first) {
        if (first >= in.end) return in.error(JsonError.UNEXPECTED_END, in.end);
        return first > at ? in.error(JsonError.BAD_NUMBER, at) : in.primitive();
    }

    /** Reads by the grammar: up to 19 digits without the zeros before them, how many there are, and the exponent to them. */
    private int scan() throws JsonException {
        byte[] b = in.bytes;
        int end = in.end;
        int at = in.position;
        int p = at;
        if (b[p] == '-') p++;
        int first = p;
        digits = 0;
        p = run(p);
        int significant = p - first;
        if (significant == 0) throw noNumber(at, first);
        if (b[first] == '0' && significant > 1) throw in.error(JsonError.BAD_NUMBER, at);
        int power = 0;
        boolean whole = true;
        if (p < end && b[p] == '.') {
            whole = false;
            int point = ++p;
            p = longRun(p);
            if (p == point) throw missingDigits(at, p);
            power = point - p;
            significant += p - point;
        }
        if (p < end && (b[p] | 0x20) == 'e') {
            whole = false;
            p++;
            boolean minus = p < end && b[p] == '-';
            if (minus || (p < end && b[p] == '+')) p++;
            int digitsFrom = p;
            int size = 0;
            while (p < end) {
                int digit = b[p] - '0';
                if (digit < 0 || digit > 9) break;
                if (size < FAR) size = size * 10 + digit;
                p++;
            }
            if (p == digitsFrom) throw missingDigits(at, p);
            power += minus ? -size : size;
        }
        integer = whole;
        count = significant;
        exponent = power;
        return p;
    }

    /** Appends digits to those before them, modulo 2^64; where they end. */
    private int run(int from) {
        byte[] b = in.bytes;
        int end = in.end;
        long value = digits;
        int p = from;
        while (p < end) {
            int digit = b[p] - '0';
            if (digit < 0 || digit > 9) break;
            value = value * 10 + digit;
            p++;
        }
        digits = value;
        return p;
    }

    /** The same eight at a step, as far as there are so many: behind a point there often are. */
    private int longRun(int from) {
        byte[] b = in.bytes;
        int last = in.end - 8;
        int p = from;
        while (p <= last) {
            long text = Words.get(b, p);
            if (Digits.others(text) != 0) break;
            digits = digits * 100_000_000 + Digits.read(text);
            p += 8;
        }
        return run(p);
    }

    private JsonException missingDigits(int at, int p) {
        return p >= in.end ? in.error(JsonError.UNEXPECTED_END, p) : in.error(JsonError.BAD_NUMBER, at);
    }

    void skip() throws JsonException {
        in.position = scan();
    }

    double readDouble() throws JsonException {
        int at = in.position;
        int p = scan();
        double value;
        if (count <= MOST_DIGITS || count - zeros(at) <= MOST_DIGITS) {
            value = DoubleReader.nearest(digits, exponent);
            if (in.bytes[at] == '-') value = -value;
        } else {
            value = manyDigits(at, p);
        }
        if (Double.isInfinite(value)) throw in.error(JsonError.NUMBER_OUT_OF_RANGE, at);
        in.position = p;
        return value;
    }

    /** How many zeros there are before the first digit that counts. */
    private int zeros(int at) {
        byte[] b = in.bytes;
        int p = b[at] == '-' ? at + 1 : at;
        if (b[p] != '0' || p + 1 >= in.end || b[p + 1] != '.') return 0;
        int n = 1;
        for (p += 2; p < in.end && b[p] == '0'; p++) n++;
        return n;
    }

    /** More digits than a long holds. */
    private double manyDigits(int at, int p) {
        return Double.parseDouble(new String(in.bytes, at, p - at, StandardCharsets.ISO_8859_1));
    }

    private String text(int at, int p) throws JsonException {
        int most = in.limits.maxNumberLength();
        if (p - at > most) throw in.error(JsonError.NUMBER_TOO_LONG, at + most);
        return new String(in.bytes, at, p - at, StandardCharsets.ISO_8859_1);
    }

    BigDecimal readBigDecimal() throws JsonException {
        int at = in.position;
        int p = scan();
        String text = text(at, p);
        if (Math.abs(exponent) > LARGEST_EXPONENT) throw in.error(JsonError.NUMBER_OUT_OF_RANGE, at);
        in.position = p;
        return new BigDecimal(text);
    }

    BigInteger readBigInteger() throws JsonException {
        int at = in.position;
        int p = scan();
        if (!integer) throw in.error(JsonError.NOT_AN_INTEGER, at);
        BigInteger value = new BigInteger(text(at, p));
        in.position = p;
        return value;
    }

    Number readAny() throws JsonException {
        int at = in.position;
        scan();
        if (!integer) return readDouble();
        boolean least = digits == Long.MIN_VALUE && in.bytes[at] == '-';
        boolean fits = count < MOST_DIGITS || (count == MOST_DIGITS && (digits >= 0 || least));
        return fits ? (Number) readLong() : readBigInteger();
    }
}
