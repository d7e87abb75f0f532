package io.assay.inject;

/** A component that cannot be described as the caller wants it. */
public final class ComponentException extends InjectException {
    private static final long serialVersionUID = 1;

    ComponentException(String message) {
        super(message);
    }
}
