package io.assay.net.websocket;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 6455 read plainly over a whole input: an octet at a time, everything copied, UTF-8 by the JDK. */
final class ReferenceDecoder {
    private final byte[] in;
    private final WebSocketLimits limits;
    private final List<String> found = new ArrayList<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int at;
    private int opcodeOfMessage;
    private int fragments;

    private ReferenceDecoder(byte[] in, WebSocketLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    static List<String> decode(byte[] in, WebSocketLimits limits) {
        ReferenceDecoder decoder = new ReferenceDecoder(in, limits);
        try {
            while (decoder.frame()) {
                // Each adds what it found.
            }
        } catch (Refused e) {
            decoder.found.add("refused " + e.error);
        } catch (End e) {
            // The input ends inside a frame.
        }
        return decoder.found;
    }

    private boolean frame() {
        int first = next();
        int opcode = first & 15;
        boolean fin = (first & 128) != 0;
        boolean control = opcode >= 8;
        when((first & 112) != 0, WebSocketError.RESERVED_BIT);
        when(!List.of(0, 1, 2, 8, 9, 10).contains(opcode), WebSocketError.RESERVED_OPCODE);
        when(control && !fin, WebSocketError.FRAGMENTED_CONTROL);
        when(opcode == 0 && opcodeOfMessage == 0, WebSocketError.NOTHING_TO_CONTINUE);
        when((opcode == 1 || opcode == 2) && opcodeOfMessage != 0, WebSocketError.MESSAGE_NOT_ENDED);
        int second = next();
        when((second & 128) == 0, WebSocketError.NOT_MASKED);
        long length = second & 127;
        when(control && length > 125, WebSocketError.CONTROL_TOO_LONG);
        if (length == 126) {
            length = next() << 8 | next();
            when(length < 126, WebSocketError.LENGTH_NOT_MINIMAL);
        } else if (length == 127) {
            length = 0;
            for (int i = 0; i < 8; i++) length = length * 256 + next();
            when(length < 0, WebSocketError.BAD_LENGTH);
            when(length < 65_536, WebSocketError.LENGTH_NOT_MINIMAL);
        }
        int[] mask = {next(), next(), next(), next()};
        if (!control) {
            when(length > limits.maxFrame(), WebSocketError.FRAME_TOO_LONG);
            when(message.size() + length > limits.maxMessage(), WebSocketError.MESSAGE_TOO_LONG);
            if (opcode != 0) opcodeOfMessage = opcode;
            fragments = opcode == 0 ? fragments + 1 : 1;
            when(fragments > limits.maxFragments(), WebSocketError.TOO_MANY_FRAGMENTS);
        }
        int there = (int) Math.min(length, in.length - at);
        byte[] payload = Arrays.copyOfRange(in, at, at + there);
        for (int i = 0; i < there; i++) payload[i] ^= (byte) mask[i % 4];
        at += there;
        boolean whole = there == length;
        if (control) return whole && control(opcode, payload);
        message.writeBytes(payload);
        byte[] all = message.toByteArray();
        boolean last = whole && fin;
        when(
                opcodeOfMessage == 1 && !(last ? Messages.isUtf8(all) : Messages.startsAsUtf8(all)),
                WebSocketError.BAD_UTF8);
        if (last) {
            found.add(Messages.line(opcodeOfMessage == 1 ? "text" : "binary", all, 0, all.length));
            opcodeOfMessage = 0;
            message.reset();
        }
        return whole;
    }

    private boolean control(int opcode, byte[] payload) {
        if (opcode != 8) {
            found.add(Messages.line(opcode == 9 ? "ping" : "pong", payload, 0, payload.length));
            return true;
        }
        int code = 1005;
        if (payload.length > 0) {
            when(payload.length == 1, WebSocketError.BAD_CLOSE);
            code = (payload[0] & 255) * 256 + (payload[1] & 255);
            when(!CloseCode.isValid(code), WebSocketError.BAD_CLOSE_CODE);
            when(!Messages.isUtf8(Arrays.copyOfRange(payload, 2, payload.length)), WebSocketError.BAD_UTF8);
        }
        found.add(Messages.line("close " + code, payload, Math.min(2, payload.length), payload.length));
        return false;
    }

    private int next() {
        if (at == in.length) throw new End();
        return in[at++] & 255;
    }

    private static void when(boolean wrong, WebSocketError error) {
        if (wrong) throw new Refused(error);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final WebSocketError error;

        Refused(WebSocketError error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    private static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        End() {
            super(null, null, false, false);
        }
    }
}
