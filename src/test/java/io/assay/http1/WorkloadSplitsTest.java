package io.assay.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Buffers of every workload, with another behind them, however they are cut and wherever they lie. */
class WorkloadSplitsTest {
    private static final int RANDOM_SPLITS = 8;
    private static final int OTHER_KIND_EVERY = 5;

    private static Connection connection(Http1Workload workload, byte[] bytes, BufferKind kind) {
        return workload.responses()
                ? new ResponseConnection(bytes, kind, Http1Limits.DEFAULT, Strictness.STRICT, RequestMethod.HEAD)
                : new RequestConnection(bytes, kind, Http1Limits.DEFAULT, Strictness.STRICT);
    }

    /** Two buffers: what follows a message must neither be read early nor lost. */
    private static byte[] two(Http1Workload workload) {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        WorkloadSeeds.buffers(workload, 2).forEach(two::writeBytes);
        return two.toByteArray();
    }

    private static List<String> log(Http1Workload workload, byte[] bytes, BufferKind kind, int[] ends) {
        return connection(workload, bytes, kind).run(ends).log();
    }

    @ParameterizedTest
    @EnumSource
    void everySplitInTwo(Http1Workload workload) {
        byte[] bytes = two(workload);
        List<String> whole = log(workload, bytes, BufferKind.ARRAY, Splits.none(bytes.length));
        BufferKind[] kinds = BufferKind.values();
        for (int at = 0; at <= bytes.length; at++) {
            BufferKind kind = kinds[at / OTHER_KIND_EVERY % kinds.length];
            int cut = at;
            assertEquals(
                    whole, log(workload, bytes, BufferKind.ARRAY, Splits.inTwo(at, bytes.length)), () -> "at " + cut);
            if (at % OTHER_KIND_EVERY == 0) {
                assertEquals(
                        whole, log(workload, bytes, kind, Splits.inTwo(at, bytes.length)), () -> kind + " at " + cut);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void byteByByteAndAtRandomInEveryBuffer(Http1Workload workload) {
        byte[] bytes = two(workload);
        List<String> whole = log(workload, bytes, BufferKind.ARRAY, Splits.none(bytes.length));
        for (BufferKind kind : BufferKind.values()) {
            assertEquals(whole, log(workload, bytes, kind, Splits.none(bytes.length)), kind::toString);
            assertEquals(whole, log(workload, bytes, kind, Splits.byteByByte(bytes.length)), kind::toString);
            for (int seed = 0; seed < RANDOM_SPLITS; seed++) {
                String which = kind + ", seed " + seed;
                assertEquals(whole, log(workload, bytes, kind, Splits.random(bytes.length, seed)), which);
            }
        }
    }

    /** And it is the messages that were written. */
    @ParameterizedTest
    @EnumSource
    void whatIsFoundIsWhatWasWritten(Http1Workload workload) {
        Http1Inputs inputs = workload.inputs();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = WorkloadSeeds.buffers(workload, i + 1).get(i);
            Connection connection =
                    connection(workload, bytes, BufferKind.ARRAY).run(Splits.none(bytes.length));
            assertNull(connection.refusal());
            List<Message> expected = inputs.messages(i).stream()
                    .map(message -> Message.head(
                                    workload.responses()
                                            ? "1 " + message.status()
                                            : message.method() + " " + message.target() + " 1",
                                    message.fields().stream()
                                            .map(field -> new Message.Field(field.name(), field.value()))
                                            .toList())
                            .ended(message.body()))
                    .toList();
            List<Message> found = connection.messages().stream()
                    .map(message ->
                            new Message(message.start().replace(" 1.1", " 1"), message.fields(), message.body()))
                    .toList();
            assertEquals(expected, found);
        }
    }

    /** Errors too: each soiled at one byte, at every split. */
    @Test
    void soiledBytesAreRefusedAtEverySplitAlike() {
        int refusals = 0;
        for (Http1Workload workload : Http1Workload.values()) {
            byte[] bytes = WorkloadSeeds.buffers(workload, 1).get(0);
            int step = Math.max(1, bytes.length / 25);
            for (int at = 0; at < bytes.length; at += step) {
                byte[] soiled = bytes.clone();
                soiled[at] = (byte) (at % 2 == 0 ? 0 : '\r');
                Connection connection =
                        connection(workload, soiled, BufferKind.ARRAY).run(Splits.none(soiled.length));
                if (connection.refusal() != null) refusals++;
                int soil = at;
                assertEquals(
                        connection.log(),
                        log(workload, soiled, BufferKind.DIRECT, Splits.byteByByte(soiled.length)),
                        () -> workload + " soiled at " + soil);
                for (int cut = 0; cut <= soiled.length; cut += 37) {
                    int where = cut;
                    assertEquals(
                            connection.log(),
                            log(workload, soiled, BufferKind.ARRAY, Splits.inTwo(cut, soiled.length)),
                            () -> workload + " soiled at " + soil + ", cut at " + where);
                }
            }
        }
        assertTrue(refusals > 100, refusals + " refusals");
    }
}
