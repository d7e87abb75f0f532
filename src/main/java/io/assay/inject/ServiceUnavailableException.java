package io.assay.inject;

/** A service is asked for its instance, and has none at this time. */
public final class ServiceUnavailableException extends InjectException {
    private static final long serialVersionUID = 1;

    ServiceUnavailableException(String message) {
        super(message);
    }
}
