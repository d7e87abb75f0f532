package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveCsvTest {
    private static List<Series> parse(String text) {
        return CurveCsv.parse("f.csv", text);
    }

    @Test
    void readsNamesSizesAndForks() {
        List<Series> read =
                parse("\uFEFFname,n,value\n# a remark\n\n a ,1, 10,1.5e1\n\"b,c\",4,.5\na,2,20.\na,1,+12\n");
        assertEquals(List.of("a", "b,c"), read.stream().map(Series::name).toList());
        assertEquals(List.of("a", "b,c"), read.stream().map(Series::benchmark).toList());
        Curve a = read.get(0).curve().orElseThrow();
        assertArrayEquals(new double[] {1, 2}, a.n());
        assertArrayEquals(new double[] {10, 15, 12}, a.forks()[0]);
        assertArrayEquals(new double[] {20}, a.forks()[1]);
        assertArrayEquals(new double[] {0.5}, read.get(1).curve().orElseThrow().forks()[0]);
        assertEquals(Series.SCORE, read.get(0).metric());
    }

    /** Only the first line may be words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1                  | 1 | has 2 fields;",
                "a                    | 1 | has 1 field;",
                "a,x,2                | 1 | n is `x`",
                "n,words,words;n,x,y  | 2 | n is `x`",
                "a,0,2                | 1 | n is `0`",
                "a,0x10,2             | 1 | n is `0x10`",
                "a,1,x                | 1 | value `x`",
                "a,1,2,0              | 1 | value `0`",
                "a,1,NaN              | 1 | value `NaN`",
                "a,1,1e251            | 1 | value `1e251`",
                "a,1,2;#;,2,2         | 3 | the name is missing",
            })
    void refusesByLine(String lines, int line, String said) {
        UserError error = assertThrows(UserError.class, () -> parse(lines.replace(';', '\n')));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("f.csv:" + line + ": "), message);
        assertTrue(message.contains(said.replace('`', '\'')), message);
    }

    @Test
    void aFileOfWordsHoldsNoCurve() {
        for (String text : new String[] {"", "# a,1,2\n", "name,n,value\n"}) {
            UserError error = assertThrows(UserError.class, () -> parse(text));
            assertTrue(String.valueOf(error.getMessage()).contains("holds no curve"), error::getMessage);
        }
    }

    @Test
    void whatIsLongIsShortened() {
        UserError sixty = assertThrows(UserError.class, () -> parse("x".repeat(60)));
        assertTrue(String.valueOf(sixty.getMessage()).contains("'" + "x".repeat(60) + "'"), sixty::getMessage);
        UserError more = assertThrows(UserError.class, () -> parse("x".repeat(61)));
        assertTrue(String.valueOf(more.getMessage()).contains("'" + "x".repeat(60) + "...'"), more::getMessage);
    }
}
