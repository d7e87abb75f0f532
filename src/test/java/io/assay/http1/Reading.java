package io.assay.http1;

import java.util.ArrayList;
import java.util.List;

/**
 * What a recipient makes of a connection.
 *
 * @param messages what it understood; the body of the last may be missing
 * @param refused whether it refuses what follows them
 */
record Reading(List<Message> messages, boolean refused) {
    /** Notes what a recipient reports. */
    static final class Notes {
        private final List<Message> messages = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();
        private boolean refused;

        void head(String start, List<Message.Field> fields) {
            messages.add(Message.head(start, fields));
            body.setLength(0);
        }

        void content(byte[] data) {
            for (byte b : data) body.append((char) (b & 0xFF));
        }

        void end() {
            messages.add(messages.remove(messages.size() - 1).ended(body.toString()));
        }

        void refuse() {
            refused = true;
        }

        boolean isRefused() {
            return refused;
        }

        Reading reading() {
            return new Reading(messages, refused);
        }
    }

    /** Ours. */
    static Reading ours(byte[] bytes, Strictness strictness) {
        Connection connection = new RequestConnection(bytes, BufferKind.ARRAY, Http1Limits.DEFAULT, strictness)
                .run(Splits.none(bytes.length));
        return new Reading(connection.messages(), connection.refusal() != null);
    }
}
