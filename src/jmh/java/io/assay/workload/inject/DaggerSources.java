package io.assay.workload.inject;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a hand writes for Dagger beside the components: an interface that names each of them, and who looks one up by its number,
 * as Dagger has no lookup by class.
 */
public final class DaggerSources {
    /** The full name of the {@code IntFunction<Object>} that makes a graph, and gives its components by their numbers. */
    public static final String LOOKUP = ComponentSources.PACKAGE + ".Lookup";

    private DaggerSources() {}

    /** The sources by the full name of their class, those of {@link ComponentSources} among them. */
    public static Map<String, String> of(ServiceGraph graph) {
        Map<String, String> sources = new LinkedHashMap<>(ComponentSources.of(graph));
        StringBuilder methods = new StringBuilder();
        for (int number = 0; number < graph.size(); number++) {
            methods.append("C%1$d c%1$d();\n".formatted(number));
        }
        sources.put(ComponentSources.PACKAGE + ".Graph", """
                package %s;
                @jakarta.inject.Singleton
                @dagger.Component
                public interface Graph {
                    %s
                }
                """.formatted(ComponentSources.PACKAGE, methods));
        sources.put(LOOKUP, lookup(graph.size()));
        return sources;
    }

    /** In methods that the JIT compiles. */
    private static String lookup(int size) {
        StringBuilder chunks = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int from = 0; from < size; from += Components.CHUNK) {
            chunks.append("case %1$d: return part%1$d(number);\n".formatted(from / Components.CHUNK));
            parts.append("private Object part%d(int number) { switch (number) {\n".formatted(from / Components.CHUNK));
            for (int number = from; number < Math.min(size, from + Components.CHUNK); number++) {
                parts.append("case %1$d: return graph.c%1$d();\n".formatted(number));
            }
            parts.append("default: throw new IllegalArgumentException(); } }\n");
        }
        return """
                package %s;
                public final class Lookup implements java.util.function.IntFunction<Object> {
                    private final Graph graph = DaggerGraph.create();
                    public Object apply(int number) {
                        switch (number / %d) {
                            %s
                            default: throw new IllegalArgumentException();
                        }
                    }
                    %s
                }
                """.formatted(ComponentSources.PACKAGE, Components.CHUNK, chunks, parts);
    }
}
