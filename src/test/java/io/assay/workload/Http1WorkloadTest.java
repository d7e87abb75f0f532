package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Http1WorkloadTest {
    @ParameterizedTest
    @EnumSource
    void theBuffersAreTheSameAtEachCallAndNoTwoAlike(Http1Workload workload) {
        Http1Inputs inputs = workload.inputs();
        assertArrayEquals(inputs.bytes(), workload.inputs().bytes());
        Set<List<Http1Message>> different = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            different.add(inputs.messages(i));
            assertEquals(workload.messages(), inputs.messages(i).size());
        }
        assertTrue(different.size() >= 0.9 * inputs.size(), () -> different.size() + " different buffers");
    }

    /** A core of the machines this is run on has 1 MB and more of second-level cache. */
    @ParameterizedTest
    @CsvSource({
        "MINIMAL_GET, 40, 60",
        "BROWSER_GET, 680, 720",
        "WRK_POST, 105, 135",
        "API_JWT, 1250, 1450",
        "PIPELINED, 1900, 2500",
        "CHUNKED_UPLOAD, 3300, 4300",
        "RESPONSE_HEAD, 350, 450"
    })
    void sizesAreAsTheyAreSaidToBe(Http1Workload workload, int least, int most) {
        Http1Inputs inputs = workload.inputs();
        int total = inputs.bytes().length;
        int mean = total / inputs.size();
        assertTrue(least <= mean && mean <= most, () -> "mean size " + mean);
        assertTrue(total > 128 << 10 && total < 640 << 10, () -> "all buffers have " + total + " bytes");
    }

    @ParameterizedTest
    @EnumSource
    void messagesAreWhatTheRfcAllowsAndNamesComeOnce(Http1Workload workload) {
        Http1Inputs inputs = workload.inputs();
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            for (Http1Message message : inputs.messages(i)) {
                Set<String> names = new HashSet<>();
                for (HeaderField field : message.fields()) {
                    assertTrue(field.name().matches("[A-Za-z0-9-]+"), field.name());
                    assertTrue(field.value().matches("[!-~]([ -~]*[!-~])?"), field.value());
                    assertTrue(names.add(field.name().toLowerCase(Locale.ROOT)), () -> "twice: " + field.name());
                }
                assertTrue(workload.responses() || names.contains("host"));
                assertEquals(workload.responses(), message.status() != 0);
                orders.add(message.fields().stream().map(HeaderField::name).toList());
            }
        }
        assertTrue(orders.size() > 1, "order or case of the names varies");
    }

    @Test
    void theWorkloadsAreWhatTheyAreCalled() {
        Http1Inputs uploads = Http1Workload.CHUNKED_UPLOAD.inputs();
        for (int i = 0; i < uploads.size(); i++) {
            Http1Message upload = uploads.messages(i).get(0);
            assertEquals(1, upload.trailers().size());
            assertTrue(upload.wire().contains("\r\n0\r\n"));
            assertTrue(upload.wire().length() > upload.body().length());
        }
        Http1Inputs calls = Http1Workload.API_JWT.inputs();
        for (int i = 0; i < calls.size(); i++) {
            assertEquals(20, calls.messages(i).get(0).fields().size());
            assertTrue(calls.messages(i).get(0).wire().contains("Bearer eyJ"));
        }
        Http1Inputs posts = Http1Workload.WRK_POST.inputs();
        for (int i = 0; i < posts.size(); i++) {
            assertTrue(posts.messages(i).get(0).body().matches("\\{\"sequence\": [0-9]+}"));
            assertTrue(posts.messages(i).get(0).wire().startsWith("POST /ping HTTP/1.1\r\n"));
        }
        for (Http1Message message : Http1Workload.BROWSER_GET.inputs().messages(0)) {
            assertTrue(message.fields().stream().anyMatch(field -> field.name().equals("Cookie")));
        }
    }
}
