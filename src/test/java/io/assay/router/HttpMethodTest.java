package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMethodTest {
    @Test
    void theNineAreConstants() {
        for (HttpMethod method : HttpMethod.standard()) assertSame(method, HttpMethod.of(new String(method.name())));
        assertEquals(
                List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"),
                List.of(HttpMethod.standard()).stream().map(HttpMethod::name).toList());
    }

    @Test
    void othersAreEqualByNameAndCase() {
        assertEquals(HttpMethod.of("PROPFIND"), HttpMethod.of("PROPFIND"));
        assertEquals(
                HttpMethod.of("PROPFIND").hashCode(), HttpMethod.of("PROPFIND").hashCode());
        assertNotEquals(HttpMethod.GET, HttpMethod.of("get"));
        assertEquals("M!#$%&'*+-.^_`|~1", HttpMethod.of("M!#$%&'*+-.^_`|~1").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "A", "Z", "a", "z"})
    void theEndsOfTheRangesBelongToThem(String name) {
        assertEquals(name, HttpMethod.of(name).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ":", "@", "[", "{"})
    void whatIsNextToThemDoesNot(String name) {
        assertThrows(IllegalArgumentException.class, () -> HttpMethod.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G T", "GET ", "G/T", "GÄT", "G\r\nT", "(", "a,b", "a:b", "\u007f"})
    void whatIsNoToken(String name) {
        assertThrows(IllegalArgumentException.class, () -> HttpMethod.of(name));
    }
}
