package io.assay.net.echo;

import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * The messages of a client, as they go over the wire: all of one size, each with its number in the first four bytes, so that none can be lost,
 * doubled or overtaken unnoticed. Frames are masked beforehand, with keys that change from one to the next; in front of a write only
 * the numbers are set. Several messages may make up one write. For one thread.
 */
final class Messages {
    /** Bytes of the number. */
    static final int NUMBER = Integer.BYTES;

    /** So many different ones follow each other. */
    private static final int VARIANTS = 4;

    private static final int LONGEST_HEAD = 14;

    private final byte[] payload;
    private final int perWrite;
    private final Wire[] wires;
    private final boolean framed;

    /** A write, and where the numbers of its messages are, with what they are masked by. */
    private record Wire(ByteBuffer bytes, int[] numberAt, int[] key) {}

    private Messages(int size, int perWrite, int fragment, boolean framed) {
        if (size < NUMBER) throw new IllegalArgumentException("no room for a number in " + size + " bytes");
        this.perWrite = perWrite;
        this.framed = framed;
        payload = new byte[size];
        Random random = new Random(size);
        random.nextBytes(payload);
        wires = new Wire[framed ? VARIANTS : 1];
        for (int i = 0; i < wires.length; i++) wires[i] = wire(fragment, random);
    }

    /** Bytes as they are. */
    static Messages plain(int size) {
        return new Messages(size, 1, size, false);
    }

    /** A message of a WebSocket client a write, in one frame. */
    static Messages framed(int size) {
        return framed(size, 1, size);
    }

    /**
     * Messages of a WebSocket client.
     *
     * @param perWrite how many make up one write
     * @param fragment payload of a frame at most
     */
    static Messages framed(int size, int perWrite, int fragment) {
        return new Messages(size, perWrite, fragment, true);
    }

    private Wire wire(int fragment, Random random) {
        int frames = (payload.length + fragment - 1) / fragment;
        byte[] bytes = new byte[perWrite * (payload.length + (framed ? frames * LONGEST_HEAD : 0))];
        int[] numberAt = new int[perWrite];
        int[] keys = new int[perWrite];
        int at = 0;
        for (int i = 0; i < perWrite; i++) {
            if (framed) {
                // A key whose octets are all other than 0: each octet of the payload is another on the wire.
                keys[i] = random.nextInt() | 0x01010101;
                int first = Math.min(fragment, payload.length);
                numberAt[i] = at + FrameEncoder.headLength(first, true);
                for (int from = 0; from < payload.length; from += fragment) {
                    int to = Math.min(from + fragment, payload.length);
                    Opcode opcode = from == 0 ? Opcode.BINARY : Opcode.CONTINUATION;
                    int key = from == 0 ? keys[i] : random.nextInt() | 0x01010101;
                    at = FrameEncoder.maskedFrame(bytes, at, to == payload.length, opcode, payload, from, to, key);
                }
            } else {
                numberAt[i] = at;
                System.arraycopy(payload, 0, bytes, at, payload.length);
                at += payload.length;
            }
        }
        return new Wire(ByteBuffer.allocateDirect(at).put(bytes, 0, at).flip(), numberAt, keys);
    }

    /** How many messages one write has. */
    int perWrite() {
        return perWrite;
    }

    /** Bytes of a message. */
    int size() {
        return payload.length;
    }

    /** A write of the messages from this number on, to be used before the next is asked for; its position is 0. */
    ByteBuffer write(int number) {
        Wire wire = wires[number / perWrite % wires.length];
        for (int i = 0; i < perWrite; i++) wire.bytes.putInt(wire.numberAt[i], (number + i) ^ wire.key[i]);
        return wire.bytes.clear();
    }

    /** What is to come back. */
    Replies replies() {
        ByteBuffer expected =
                ByteBuffer.allocateDirect(payload.length).put(payload).flip();
        return framed ? new FrameReplies(expected) : new Replies(expected);
    }
}
