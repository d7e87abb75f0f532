package io.assay.harness.run;

import io.assay.harness.result.UserError;

/** Another JMH holds the lock in the temporary folder: two runs at once would spoil each other's figures. */
final class JmhBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JmhBusyException(String message) {
        super(message);
    }

    /** What the user can do about it. */
    UserError toUserError() {
        return new UserError(
                "another JMH is running on this machine (it holds the lock jmh.lock in "
                        + System.getProperty("java.io.tmpdir")
                        + "); two runs at once spoil each other's figures: wait for it, or end it",
                this);
    }
}
