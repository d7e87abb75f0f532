package io.assay.inject.peers;

/** Sources that could not be compiled; the message is the first error. */
public final class CompilationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CompilationException(String message) {
        super(message);
    }
}
