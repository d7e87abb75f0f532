package io.assay.inject.peers;

import io.assay.workload.inject.Component;
import io.assay.workload.inject.Components;

/** Holds a started container against the graph. */
public final class GraphVerifier {
    private GraphVerifier() {}

    /**
     * Looks at every component: of the right class, made once, given the very instances that the container gives others.
     *
     * @throws IllegalStateException if the container built something else
     */
    public static void verify(Components components, ContainerAdapter.Running running) {
        madeOnce(components);
        int[][] dependencies = components.graph().dependencies();
        for (int number = 0; number < components.size(); number++) {
            Object component = running.get(number);
            require(component.getClass() == components.type(number), number, "is of another class", component);
            Object[] given = ((Component) component).dependencies();
            for (int i = 0; i < given.length; i++) {
                Object wanted = running.get(dependencies[number][i]);
                require(given[i] == wanted, number, "was given another instance", given[i]);
            }
        }
        int more = components.takeMade();
        if (more != 0) {
            throw new IllegalStateException(more + " components were made by asking for them");
        }
    }

    /**
     * Looks at the count alone, which costs nothing.
     *
     * @throws IllegalStateException unless as many components were made as there are
     */
    public static void madeOnce(Components components) {
        int made = components.takeMade();
        if (made != components.size()) {
            throw new IllegalStateException(made + " of " + components.size() + " components were made");
        }
    }

    private static void require(boolean holds, int number, String what, Object found) {
        if (!holds) {
            throw new IllegalStateException("component " + number + " " + what + ": " + found);
        }
    }
}
