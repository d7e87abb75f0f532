package io.assay.http1.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessageSumTest {
    private static long of(Consumer<MessageSum> what) {
        MessageSum sum = new MessageSum();
        what.accept(sum);
        long taken = sum.take();
        assertEquals(0, sum.take(), "taking starts anew");
        return taken;
    }

    @Test
    void whatIsMissingOrInTheWrongPlaceShows() {
        long fields = of(sum -> {
            sum.field("Host", "a");
            sum.field("Accept", "bcd");
        });
        assertEquals(fields, of(sum -> {
            sum.field("ACCEPT", "bcd");
            sum.field("host", "a");
        }));
        assertNotEquals(fields, of(sum -> {
            sum.field("Host", "bcd");
            sum.field("Accept", "a");
        }));
        assertNotEquals(fields, of(sum -> sum.field("Host", "a")));
        assertNotEquals(of(sum -> sum.field("A", "")), 0);
        assertNotEquals(of(sum -> sum.field("A", "b")), of(sum -> sum.field("A", "c")));
        assertNotEquals(of(sum -> sum.head(2, 10)), of(sum -> sum.head(2, 11)));
        assertNotEquals(of(sum -> sum.head(2, 10)), of(sum -> sum.head(3, 10)));
        assertNotEquals(of(sum -> sum.body(1)), of(sum -> sum.body(2)));
        assertNotEquals(
                of(sum -> sum.request("GET", "/a", "HTTP/1.1")), of(sum -> sum.request("GET", "/b", "HTTP/1.1")));
        assertNotEquals(of(sum -> sum.response("HTTP/1.1", 200, "OK")), of(sum -> sum.response("HTTP/1.1", 200, "Ok")));
    }

    @Test
    void aTargetInTwoPartsIsOneTarget() {
        assertEquals(
                of(sum -> sum.request("GET", "/a?b=c", "HTTP/1.1")),
                of(sum -> sum.request("GET", "/a", "b=c", "HTTP/1.1")));
    }

    @Test
    void aBodyMayComeInParts() {
        byte[] bytes = "hello".getBytes(StandardCharsets.ISO_8859_1);
        long whole = of(sum -> {
            sum.copy(bytes, 0, 5);
            sum.bodyRead();
        });
        assertEquals(whole, of(sum -> {
            sum.copy(bytes, 0, 2);
            sum.copy(bytes, 2, 3);
            sum.bodyRead();
        }));
        assertNotEquals(whole, of(sum -> {
            sum.copy(bytes, 0, 4);
            sum.bodyRead();
        }));
    }
}
