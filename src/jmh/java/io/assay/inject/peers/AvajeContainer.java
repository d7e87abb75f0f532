package io.assay.inject.peers;

import io.assay.workload.inject.ComponentSources;
import io.assay.workload.inject.Components;
import io.assay.workload.inject.ServiceGraph;
import io.avaje.inject.BeanScope;
import io.avaje.inject.spi.AvajeModule;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Avaje Inject, which writes its wiring while the components are compiled: their sources are made and compiled in the set-up,
 * which is not timed.
 */
final class AvajeContainer implements ContainerAdapter {
    /** It writes a line at every start, which would be measured; held, as loggers are forgotten otherwise. */
    private static final Logger SILENCED = Logger.getLogger("io.avaje");

    static {
        SILENCED.setLevel(Level.WARNING);
    }

    private static final String PROCESSOR = "io.avaje.inject.generator.InjectProcessor";
    private static final String MODULE = "io.assay.workload.inject.made.MadeModule";

    private final Components components;
    private final long compileMillis;
    private final Class<?> module;

    private AvajeContainer(Components components, long compileMillis) {
        this.components = components;
        this.compileMillis = compileMillis;
        module = components.load(MODULE);
    }

    /**
     * Compiles the components of a graph.
     *
     * @throws CompilationException what the processor says of a graph that it refuses
     */
    static ContainerAdapter compiled(ServiceGraph graph) {
        CompileCache.Compiled compiled =
                CompiledSources.compile(ComponentSources.of(graph), PROCESSOR, CompileCache.ofUser());
        return new AvajeContainer(Components.compiled(graph, CompiledSources.loader(compiled)), compiled.millis());
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        BeanScope scope = BeanScope.builder()
                .modules((AvajeModule) Components.instance(module))
                .build();
        return new Running() {
            @Override
            public Object get(int number) {
                return scope.get(components.type(number));
            }

            @Override
            public void close() {
                scope.close();
            }
        };
    }

    @Override
    public long compileMillis() {
        return compileMillis;
    }
}
