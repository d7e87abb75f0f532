package io.assay.inject;

import io.assay.harness.api.Labelled;
import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.ContainerAdapters;
import io.assay.workload.inject.ServiceGraph;
import java.util.function.Function;

/** The service containers that are measured. What one does more or less than ours stands in its label. */
public enum ContainerImplementation implements Labelled {
    /** Ours, by constructor. */
    ASSAY(
            "constructors read by reflection, once a JVM, and kept with their class; called by method handles; without a loop; "
                    + "more work: services can come and go later",
            ContainerAdapters::assay),
    /** Ours, by functions. */
    ASSAY_FUNCTIONS(
            "as ASSAY, with a function of hand-written new a component, each described anew at each start",
            ContainerAdapters::assayFunctions),
    /** Guice. */
    GUICE(
            "Stage.PRODUCTION: all singletons made and all bindings checked at the start, constructors called by generated code; "
                    + "no stop",
            ContainerAdapters::guice),
    /** Spring with suppliers. */
    SPRING_SUPPLIERS(
            "GenericApplicationContext, a supplier of hand-written new a bean, beans asked for by name: less work than by type; "
                    + "looks for lifecycle callbacks and post-processors",
            ContainerAdapters::springSuppliers),
    /** Spring by type. */
    SPRING_BY_TYPE(
            "GenericApplicationContext, constructors and arguments found by type, by reflection",
            ContainerAdapters::springByType),
    /** ActiveJ. */
    ACTIVEJ(
            "a function of hand-written new a binding, without its bytecode specializer; lazy, so asked for each component; no "
                    + "stop",
            ContainerAdapters::activeJ),
    /** Feather. */
    FEATHER(
            "less work: no bindings to check, no stop; reflection; lazy, so asked for each component",
            ContainerAdapters::feather),
    /** Weld. */
    WELD(
            "more work: CDI with events, decorators and interceptors looked for; @Singleton, so without proxies; lazy, so asked "
                    + "for each component",
            ContainerAdapters::weld),
    /** HK2. */
    HK2("descriptors by reflection; lazy, so asked for each component", ContainerAdapters::hk2),
    /** Micronaut. */
    MICRONAUT(
            "RuntimeBeanDefinition with a supplier of hand-written new, not its annotation processor; lazy, so asked for each "
                    + "component",
            ContainerAdapters::micronaut),
    /** Avaje. */
    AVAJE(
            "less work: wiring written while the components were compiled, in the set-up, whose time is compileMillis",
            ContainerAdapters::avaje),
    /** Dagger. */
    DAGGER(
            "less work: wiring written while the components were compiled, in the set-up, whose time is compileMillis; lazy, so "
                    + "asked for each component, by generated code that calls its method; no stop",
            ContainerAdapters::dagger),
    /** Hand-written {@code new}. */
    BOUND_NEW("lower bound: hand-written new in methods that are compiled; no container", ContainerAdapters::byNew);

    private final String label;
    private final Function<ServiceGraph, ContainerAdapter> factory;

    ContainerImplementation(String label, Function<ServiceGraph, ContainerAdapter> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes classes for the components of a graph, and a container over them; to be closed. */
    public ContainerAdapter over(ServiceGraph graph) {
        return factory.apply(graph);
    }
}
