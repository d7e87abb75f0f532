package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        tally.answered(requests.answer(i).route() + 1);
        tally.read(characters(i));
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void aParameterCutShortIsNoticed() {
        ask(120);
        int i = tally.next();
        tally.answered(requests.answer(i).route());
        tally.read(characters(i) + 1);
        assertThrows(IllegalStateException.class, tally::check);
    }

    @Test
    void answersAloneAreCheckedWithoutParameters() {
        for (int n = 0; n < 70; n++) {
            tally.answered(requests.answer(tally.next()).route());
        }
        tally.check();
    }

    private void ask(int count) {
        for (int n = 0; n < count; n++) {
            int i = tally.next();
            tally.answered(requests.answer(i).route());
            tally.read(characters(i));
        }
    }

    private int characters(int i) {
        return requests.answer(i).values().stream().mapToInt(String::length).sum();
    }
}
