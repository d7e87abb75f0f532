package io.assay.net.echo;

/** Something did not come back, or something else did. */
final class EchoException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    EchoException(String message) {
        super(message);
    }

    EchoException(String message, Throwable cause) {
        super(message, cause);
    }
}
