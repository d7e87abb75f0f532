package io.assay.future.peers;

import io.assay.workload.Token;
import org.jspecify.annotations.Nullable;

/** A library whose chains do nothing until somebody subscribes, and do it again for the next one who does. */
public abstract class LazyAdapter {
    private @Nullable Token received;

    /** Takes the result. */
    final void receive(Token token) {
        received = token;
    }

    /** The result of the last chain. */
    final Token received() {
        Token token = received;
        if (token == null) {
            throw new IllegalStateException("the chain gave nothing");
        }
        received = null;
        return token;
    }

    /** A chain of maps on a source that has its value, subscribed to. */
    public abstract Token mapDone(Token value, int n);

    /** A chain of maps, subscribed to, whose source is completed then. */
    public abstract Token mapPending(Token value, int n);
}
