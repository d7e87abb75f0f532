package io.assay.net.tcp;

import java.io.IOException;

/** A connection was ended for what it cost: {@link TcpSettings#maxInput} or {@link TcpSettings#maxOutput}. */
public final class TcpLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    TcpLimitException(String message) {
        super(message);
    }
}
