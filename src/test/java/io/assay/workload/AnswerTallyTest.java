package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTallyTest {
    private final RouterRequests requests = RouterWorkload.SMALL_HIT.requests(RouterWorkload.SMALL_HIT.table(), 50);
    private final AnswerTally tally = new AnswerTally(requests);

    @Test
    void rightAnswersPassAtAnyCount() {
        for (int count = 0; count < 175; count++) {
            tally.rewind();
            ask(count);
            assertEquals(count, tally.items());
            tally.check();
        }
    }

    @Test
    void oneWrongAnswerIsNoticed() {
        ask(120);
        int i = tally.next();
        tally.answered(i, requests.answer(i).route() + 1);
        tally.read(i, values(i));
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void aParameterCutShortIsNoticed() {
        ask(120);
        int i = tally.next();
        tally.answered(i, requests.answer(i).route());
        tally.read(i, values(i) + 1);
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void answersAloneAreCheckedWithoutParameters() {
        for (int n = 0; n < 70; n++) {
            int i = tally.next();
            tally.answered(i, requests.answer(i).route());
        }
        tally.check();
    }

    @Test
    void twoRoutesThatChangePlacesAreNoticed() {
        int one = requests.answer(0).route();
        int other = requests.answer(1).route();
        assertNotEquals(one, other);
        for (int n = 0; n < 3 * requests.size(); n++) {
            int i = tally.next();
            int right = requests.answer(i).route();
            tally.answered(i, right == one ? other : right == other ? one : right);
        }
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void twoParametersOfOneLengthThatChangePlacesAreNoticed() {
        assertNotEquals(folded(List.of("octo", "repo")), folded(List.of("repo", "octo")));
        int two = 0;
        while (requests.answer(two).values().size() != 2) {
            two++;
        }
        List<String> right = requests.answer(two).values();
        for (int n = 0; n < requests.size(); n++) {
            int i = tally.next();
            tally.answered(i, requests.answer(i).route());
            tally.read(i, i == two ? folded(List.of(right.get(1), right.get(0))) : values(i));
        }
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void anEmptyValueIsAValue() {
        assertEquals(0, AnswerTally.fold(0, ""));
        assertNotEquals(AnswerTally.fold(0, "a"), AnswerTally.fold(AnswerTally.fold(0, "a"), ""));
    }

    private void ask(int count) {
        for (int n = 0; n < count; n++) {
            int i = tally.next();
            tally.answered(i, requests.answer(i).route());
            tally.read(i, values(i));
        }
    }

    private int values(int i) {
        return folded(requests.answer(i).values());
    }

    private static int folded(List<String> values) {
        int folded = 0;
        for (String value : values) {
            folded = AnswerTally.fold(folded, value);
        }
        return folded;
    }
}
