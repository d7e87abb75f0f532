package io.assay.router.peers;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The part that all routers over a {@code String} share: the fresh string, and the target of the last match. */
abstract class StringRouter implements RouterAdapter {
    private @Nullable Target matched;

    @Override
    public final int match(int method, byte[] bytes, int from, int to) {
        return find(method, new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    /** {@link #match} over the fresh string. */
    abstract int find(int method, String path);

    /** Keeps the target for {@link #parameters} and {@link #name}, and returns its index. */
    final int found(Target target) {
        matched = target;
        return target.index;
    }

    @Override
    public final int parameters() {
        return target().names.length;
    }

    /** Name of a parameter of the matched route. */
    final String name(int i) {
        return target().names[i];
    }

    private Target target() {
        if (matched == null) {
            throw new IllegalStateException("nothing was matched yet: call match first");
        }
        return matched;
    }
}
