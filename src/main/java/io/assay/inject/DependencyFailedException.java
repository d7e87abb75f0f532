package io.assay.inject;

/**
 * A required dependency of a service has failed, and {@link ContainerBuilder#whenFailed} is {@link Policy#FAIL}. The cause is
 * the dependency's own failure.
 */
public final class DependencyFailedException extends InjectException {
    private static final long serialVersionUID = 1;

    DependencyFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
