package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.http1.Http1Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of the ranges of settings and answers. */
class HttpSettingsTest {
    private static HttpSettings settings(int body, int pending, long head, long later) {
        return HttpSettings.DEFAULT
                .withLimits(Http1Limits.DEFAULT, body, pending)
                .withTimes(head, later);
    }

    @Test
    void noneIsALimitToo() {
        assertDoesNotThrow(() -> settings(0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "0, 0, -1, 0", "0, 0, 0, -1"})
    void whatIsBelowNoneIsRefused(int body, int pending, long head, long later) {
        assertThrows(IllegalArgumentException.class, () -> settings(body, pending, head, later));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 599})
    void anAnswerHasItsStatus(int status) {
        assertEquals(status, HttpResponse.of(status).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 600})
    void aStatusThatIsNoAnswersIsRefused(int status) {
        assertThrows(IllegalArgumentException.class, () -> HttpResponse.of(status));
    }
}
