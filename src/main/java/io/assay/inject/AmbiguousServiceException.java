package io.assay.inject;

/** One service is asked for, and several would do. */
public final class AmbiguousServiceException extends InjectException {
    private static final long serialVersionUID = 1;

    AmbiguousServiceException(String message) {
        super(message);
    }
}
