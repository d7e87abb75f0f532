package io.assay.inject;

/** A service is asked for that nobody provides. */
public final class MissingServiceException extends InjectException {
    private static final long serialVersionUID = 1;

    MissingServiceException(String message) {
        super(message);
    }
}
