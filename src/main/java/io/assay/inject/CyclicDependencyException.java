package io.assay.inject;

import java.util.List;

/** Services that can never start, as each needs the next, and the last the first. */
public final class CyclicDependencyException extends InjectException {
    private static final long serialVersionUID = 1;

    private final String[] path;

    CyclicDependencyException(List<String> path) {
        super("cyclic dependency: " + String.join(" -> ", path)
                + "; make one of them optional with a callback (ComponentBuilder.inject)");
        this.path = path.toArray(String[]::new);
    }

    /** The names of the services on the way round, the first one again at the end. */
    public List<String> path() {
        return List.of(path);
    }
}
