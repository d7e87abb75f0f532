package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import io.assay.workload.inject.DaggerSources;
import io.assay.workload.inject.ServiceGraph;
import java.util.function.IntFunction;

/** Dagger, which writes its wiring while the components are compiled, in the set-up; then asks for each, as it is lazy. */
final class DaggerContainer implements ContainerAdapter {
    private static final String PROCESSOR = "dagger.internal.codegen.ComponentProcessor";

    private final Components components;
    private final long compileMillis;
    private final Class<?> lookup;

    private DaggerContainer(Components components, long compileMillis) {
        this.components = components;
        this.compileMillis = compileMillis;
        lookup = components.load(DaggerSources.LOOKUP);
    }

    /**
     * Compiles the components of a graph.
     *
     * @throws CompilationException what the processor says of a graph that it refuses
     */
    static ContainerAdapter compiled(ServiceGraph graph) {
        CompileCache.Compiled compiled =
                CompiledSources.compile(DaggerSources.of(graph), PROCESSOR, CompileCache.ofUser());
        return new DaggerContainer(Components.compiled(graph, CompiledSources.loader(compiled)), compiled.millis());
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        IntFunction<?> graph = (IntFunction<?>) Components.instance(lookup);
        return Starts.all(components, graph::apply);
    }

    @Override
    public long compileMillis() {
        return compileMillis;
    }
}
