package io.assay.net.serve;

import org.jspecify.annotations.Nullable;

/**
 * An answer in bytes.
 *
 * @param allow the methods that there are instead; null where that is not the matter
 */
public record Reply(int status, byte[] body, @Nullable String allow) {
    private static final byte[] NOTHING = {};

    /** Of an action: what was read is not acceptable. */
    public static final Reply BAD_REQUEST = new Reply(400, NOTHING, null);

    /** Of an action: done, and nothing to say. */
    public static final Reply OK = new Reply(200, NOTHING, null);

    static final Reply NOT_FOUND = new Reply(404, NOTHING, null);

    static Reply notAllowed(String allow) {
        return new Reply(405, NOTHING, allow);
    }
}
