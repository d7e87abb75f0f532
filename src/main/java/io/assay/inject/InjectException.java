package io.assay.inject;

/** What is wrong with services and their dependencies; the message says it in one line. */
public abstract class InjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InjectException(String message) {
        super(message);
    }

    InjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
