package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.json.JsonTypes;
import io.assay.net.http.ResponseWriter.Persistence;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Heads of any length, and bodies whose bytes the next answer needs. */
class ResponseWriterTest extends AcceptedFixture {
    private static ResponseWriter writer() {
        return new ResponseWriter(JsonTypes.of(Object.class).newCodec());
    }

    private static String format(ResponseWriter writer, HttpResponse response) throws Exception {
        writer.format(response, Persistence.KEEP_ALIVE, false);
        return new String(writer.bytes(), 0, writer.length(), StandardCharsets.ISO_8859_1);
    }

    private static HttpResponse filled(int status, int bytes) {
        return HttpResponse.of(status).with("X", "y".repeat(bytes));
    }

    @Test
    void theFirstArrayGrowsWhereverAHeadCrossesItsEnd() throws Exception {
        byte[] body = new byte[12_345];
        for (int fill = 850; fill < 1_024; fill++) {
            HttpResponse response = HttpResponse.bytes(200, "a/b", body).with("X", "y".repeat(fill));
            String head = format(writer(), response);
            String fields = "Content-Type: a/b\r\nX: " + "y".repeat(fill) + "\r\nContent-Length: 12345\r\n\r\n";
            assertTrue(head.startsWith("HTTP/1.1 200 OK\r\nDate: ") && head.endsWith(" GMT\r\n" + fields), head);
        }
    }

    @Test
    void theLongestHeadIsWritten() throws Exception {
        int withoutFill = format(writer(), filled(204, 0)).length() - 2;
        int fill = ResponseWriter.LONGEST_HEAD - withoutFill;
        assertEquals(
                ResponseWriter.LONGEST_HEAD + 2,
                format(writer(), filled(204, fill)).length());
        assertThrows(IllegalStateException.class, () -> format(writer(), filled(204, fill + 1)));
    }

    @Test
    void aShortObjectLiesBehindItsHead() throws Exception {
        assertTrue(format(writer(), HttpResponse.json(200, "z")).endsWith("Content-Length: 3\r\n\r\n\"z\""));
    }

    @Test
    void aLargeObjectOutlivesTheNextOne() throws Exception {
        String large = "x".repeat(100_000);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ResponseWriter writer = writer();
        BodySource rest = loop.onLoop(
                () -> writer.whole(connection, HttpResponse.json(200, large), Persistence.KEEP_ALIVE, false));
        assertNotNull(rest);
        writer.format(HttpResponse.json(200, "z".repeat(100_000)), Persistence.KEEP_ALIVE, false);
        while (rest.next((bytes, from, to) -> sent.write(bytes, from, to - from))) {
            assertFalse(sent.size() > large.length());
        }
        assertArrayEquals(('"' + large + '"').getBytes(StandardCharsets.US_ASCII), sent.toByteArray());
    }
}
