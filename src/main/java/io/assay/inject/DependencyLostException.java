package io.assay.inject;

/** A running service lost a required dependency, and {@link ContainerBuilder#whenLost} is {@link Policy#FAIL}. */
public final class DependencyLostException extends InjectException {
    private static final long serialVersionUID = 1;

    DependencyLostException(String message) {
        super(message);
    }
}
