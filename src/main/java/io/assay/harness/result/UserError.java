package io.assay.harness.result;

/**
 * Something that only the user can mend: an unusable argument or input. The message is one line that says what is
 * wrong, where, and the mend; the command line prints it without a stack trace and ends with status 2.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * An error with its whole story.
     *
     * @param message one line: what is wrong, where, and what to do about it
     */
    public UserError(String message) {
        super(message);
    }

    /**
     * The same, with what lies behind it.
     *
     * @param message one line: what is wrong, where, and what to do about it
     * @param cause what lies behind it; never printed
     */
    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
