package io.assay.inject;

/** A qualifier, or a component made per request, is there already for the same type. */
public final class DuplicateServiceException extends InjectException {
    private static final long serialVersionUID = 1;

    DuplicateServiceException(String message) {
        super(message);
    }
}
