package io.assay.http1.peers;

/** Says that a library did not accept a message, where the library does not throw by itself. */
public final class ParseFailure extends Exception {
    private static final long serialVersionUID = 1;

    ParseFailure(String message) {
        super(message);
    }
}
