package io.assay.workload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The buffers of one workload, one behind the other in one array. An operation parses one buffer, and leaves nothing of it.
 */
public final class Http1Inputs {
    private final byte[] bytes;
    private final int[] from;
    private final int[] to;
    private final List<List<Http1Message>> messages;

    private Http1Inputs(byte[] bytes, int[] from, int[] to, List<List<Http1Message>> messages) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.messages = messages;
    }

    /** Lays out buffers, each with the messages of one list. */
    public static Http1Inputs of(List<List<Http1Message>> buffers) {
        StringBuilder all = new StringBuilder();
        int[] from = new int[buffers.size()];
        int[] to = new int[buffers.size()];
        List<List<Http1Message>> copy = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            from[i] = all.length();
            buffers.get(i).forEach(message -> all.append(message.wire()));
            to[i] = all.length();
            copy.add(List.copyOf(buffers.get(i)));
        }
        return new Http1Inputs(all.toString().getBytes(StandardCharsets.ISO_8859_1), from, to, List.copyOf(copy));
    }

    /** Number of buffers. */
    public int size() {
        return from.length;
    }

    /** All buffers; a copy, because some parsers write into what they parse. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Offset of the first byte of buffer {@code i}. */
    public int from(int i) {
        return from[i];
    }

    /** Offset behind the last byte of buffer {@code i}. */
    public int to(int i) {
        return to[i];
    }

    /** The messages in buffer {@code i}, in order. */
    public List<Http1Message> messages(int i) {
        return messages.get(i);
    }
}
