package io.assay.http1;

/** The first char that cannot be right. */
final class ReferenceRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final Http1Error error;
    final int offset;

    ReferenceRefusal(Http1Error error, int offset) {
        // Without a stack trace: mutants are refused by the ten thousand.
        super(null, null, false, false);
        this.error = error;
        this.offset = offset;
    }
}
