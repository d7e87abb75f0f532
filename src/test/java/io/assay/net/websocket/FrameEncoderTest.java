package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder against the RFC's examples and our decoder, both roles. */
class FrameEncoderTest {
    private static final byte[] HELLO = {'H', 'e', 'l', 'l', 'o'};

    @Test
    void theExamplesOfTheRfc() {
        assertEquals("810548656c6c6f", hex(false, true, Opcode.TEXT, HELLO, 0));
        assertEquals("818537fa213d7f9f4d5158", hex(true, true, Opcode.TEXT, HELLO, 0x37fa213d));
        assertEquals("010348656c", hex(false, false, Opcode.TEXT, Arrays.copyOf(HELLO, 3), 0));
        assertEquals("80026c6f", hex(false, true, Opcode.CONTINUATION, new byte[] {'l', 'o'}, 0));
        assertEquals("8a8537fa213d7f9f4d5158", hex(true, true, Opcode.PONG, HELLO, 0x37fa213d));
        byte[] head = new byte[10];
        assertEquals(4, FrameEncoder.head(head, 0, true, Opcode.BINARY, 256));
        assertEquals("827e0100", HexFormat.of().formatHex(head, 0, 4));
        assertEquals(10, FrameEncoder.head(head, 0, true, Opcode.BINARY, 65_536));
        assertEquals("827f0000000000010000", HexFormat.of().formatHex(head));
    }

    private static String hex(boolean client, boolean fin, Opcode opcode, byte[] payload, int key) {
        byte[] out = new byte[32];
        int end = client
                ? FrameEncoder.maskedFrame(out, 1, fin, opcode, payload, 0, payload.length, key)
                : FrameEncoder.frame(out, 1, fin, opcode, payload, 0, payload.length);
        return HexFormat.of().formatHex(out, 1, end);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 100_000})
    void bothRolesAreReadBack(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        byte[] out = new byte[length + FrameEncoder.LONGEST_HEAD];
        List<String> wanted = List.of(Messages.line("binary", payload, 0, length));
        int end = FrameEncoder.maskedFrame(out, 0, true, Opcode.BINARY, payload, 0, length, 0xA1B2C3D4);
        assertEquals(FrameEncoder.headLength(length, true) + length, end);
        assertEquals(wanted, Messages.decode(new MessageDecoder(true, WebSocketLimits.DEFAULT), out, end));
        end = FrameEncoder.frame(out, 0, true, Opcode.BINARY, payload, 0, length);
        assertEquals(FrameEncoder.headLength(length, false) + length, end);
        assertEquals(wanted, Messages.decode(new MessageDecoder(false, WebSocketLimits.DEFAULT), out, end));
        assertEquals(
                List.of("refused NOT_MASKED"),
                Messages.decode(new MessageDecoder(true, WebSocketLimits.DEFAULT), out, end));
    }

    @Test
    void anyRangeIsWrittenAnywhere() {
        byte[] payload = {'-', '-', 'H', 'e', 'l', 'l', 'o', '-'};
        byte[] out = new byte[16];
        assertEquals(12, FrameEncoder.frame(out, 5, true, Opcode.TEXT, payload, 2, 7));
        assertEquals("0000000000810548656c6c6f00000000", HexFormat.of().formatHex(out));
        Arrays.fill(out, (byte) 0);
        assertEquals(16, FrameEncoder.maskedFrame(out, 5, true, Opcode.TEXT, payload, 2, 7, 0x37fa213d));
        assertEquals("0000000000818537fa213d7f9f4d5158", HexFormat.of().formatHex(out));
        assertEquals("--Hello-", new String(payload, StandardCharsets.US_ASCII), "the payload stays as it is");
    }

    @Test
    void aClientRefusesMaskedFrames() {
        byte[] bytes = new Frames().frame(0x81, "x").bytes();
        MessageDecoder decoder = new MessageDecoder(false, WebSocketLimits.DEFAULT);
        assertEquals(List.of("refused MASKED"), Messages.decode(decoder, bytes, bytes.length));
        assertEquals(MessageDecoder.REFUSED, decoder.decode(bytes, 0, 0, new Messages()), "for good");
    }

    @Test
    void whatTheRfcForbidsIsNotWritten() {
        byte[] out = new byte[200];
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.head(out, 0, true, Opcode.PING, 126));
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.head(out, 0, false, Opcode.CLOSE, 2));
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.head(out, 0, true, Opcode.TEXT, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> FrameEncoder.head(out, 198, true, Opcode.TEXT, 300));
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.closePayload(1006, ""));
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.closePayload(CloseCode.NONE, "why"));
        assertThrows(IllegalArgumentException.class, () -> FrameEncoder.closePayload(1000, "x".repeat(124)));
        assertArrayEquals(new byte[] {3, (byte) 0xE8, 'o', 'k'}, FrameEncoder.closePayload(1000, "ok"));
        assertEquals(125, FrameEncoder.closePayload(1000, "x".repeat(123)).length);
        assertEquals(0, FrameEncoder.closePayload(CloseCode.NONE, "").length);
        assertEquals(2, FrameEncoder.head(out, 198, true, Opcode.PING, 125) - 198);
    }
}
