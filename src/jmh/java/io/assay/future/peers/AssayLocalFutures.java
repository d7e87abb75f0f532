package io.assay.future.peers;

import io.assay.future.LocalPromises;
import io.assay.future.Promise;
import io.assay.workload.Token;
import io.assay.workload.TokenTable;

/** Ours, confined to the thread that made this. */
final class AssayLocalFutures extends AssayFutures {
    private final LocalPromises promises = LocalPromises.ofCurrentThread();

    AssayLocalFutures(TokenTable table) {
        super(table);
    }

    @Override
    public Promise<Token> promise() {
        return promises.promise();
    }
}
