package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntoldTextTest {
    private static final Setting FASTUTIL = new Setting(MatrixRow.CONTAINERS, "fastutil");
    private static final Setting AGRONA = new Setting(MatrixRow.CONTAINERS, "agrona");
    private static final Setting ZGC = new Setting(MatrixRow.COLLECTOR, "zgc");
    private static final Setting SERIAL = new Setting(MatrixRow.COLLECTOR, "serial");
    private static final Setting NO_FLAGS = new Setting(MatrixRow.FLAGS, "");

    @Test
    void aQuestionByItself() {
        assertEquals(
                "what flags none brings: no rows tell it apart from the other choices",
                Untold.what(NO_FLAGS).sentence());
        assertEquals(
                "whether containers fastutil and collector zgc interact: no rows cross them",
                Untold.whether(FASTUTIL, ZGC).sentence());
    }

    @Test
    void thoseThatAreAlikeAreOneLineWhichMeansEveryPair() {
        assertEquals(
                List.of(
                        "what collector zgc or serial brings: no rows tell it apart from the other choices",
                        "whether containers fastutil or agrona and collector zgc or serial interact: no rows cross them"),
                UntoldText.lines(List.of(
                        Untold.whether(FASTUTIL, ZGC),
                        Untold.what(ZGC),
                        Untold.whether(FASTUTIL, SERIAL),
                        Untold.whether(AGRONA, ZGC),
                        Untold.what(SERIAL),
                        Untold.whether(AGRONA, SERIAL))));
    }

    @Test
    void aPairThatWasCrossedIsNotSaidToBeOpen() {
        assertEquals(
                List.of(
                        "whether containers fastutil and collector zgc or serial interact: no rows cross them",
                        "whether containers agrona and collector zgc interact: no rows cross them"),
                UntoldText.lines(List.of(
                        Untold.whether(FASTUTIL, ZGC), Untold.whether(FASTUTIL, SERIAL), Untold.whether(AGRONA, ZGC))));
    }

    @Test
    void dozensAreAFewLines() {
        List<Untold> many = new ArrayList<>();
        for (int one = 0; one < 12; one++) {
            for (int other = 0; other < 12; other++) {
                // No two of them are open beside the same others.
                if (other <= one) {
                    many.add(Untold.whether(new Setting("a", "" + one), new Setting("b", "" + other)));
                }
            }
        }
        List<String> lines = UntoldText.lines(many);
        assertEquals(UntoldText.MOST, lines.size());
        int told = 1 + 2 + 3 + 4 + 5 + 6 + 7;
        assertEquals(
                "and " + (many.size() - told) + " questions more, which matrix.json lists under cannotBeTold",
                lines.get(lines.size() - 1));
        assertTrue(UntoldText.lines(List.of()).isEmpty());
    }
}
