package io.assay.net.load;

/** A server gave another answer than the one that was expected, or none. */
public final class WrongAnswerException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Says what came instead of what. */
    public WrongAnswerException(String message) {
        super(message);
    }
}
