package io.assay.harness.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTextTest {
    @Test
    void columnsAdviceAndCounts() {
        String text = DoctorText.render(List.of(
                Finding.ok("cores", "8 usable"), Finding.warn("governor", "powersave", "sudo x; undo: sudo y.")));
        assertEquals("""
                OK    cores     8 usable
                WARN  governor  powersave
                                -> sudo x; undo: sudo y.

                1 ok, 0 note, 1 warn, 0 bad
                """, text);
    }

    @Test
    void longAdviceIsWrappedBetweenWords() {
        String word = "word ";
        String text =
                DoctorText.render(List.of(Finding.bad("a", "b", word.repeat(60).trim())));
        assertTrue(text.lines().allMatch(line -> line.length() <= 110), text);
        assertTrue(text.lines().skip(2).findFirst().orElseThrow().startsWith("            word "), text);
        assertEquals(60, text.split("word", -1).length - 1);
    }

    @Test
    void nothingFound() {
        assertEquals("\n0 ok, 0 note, 0 warn, 0 bad\n", DoctorText.render(List.of()));
    }
}
