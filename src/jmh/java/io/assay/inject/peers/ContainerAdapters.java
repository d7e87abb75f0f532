package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import io.assay.workload.inject.ServiceGraph;

/** Makes the adapters; each is to be closed. */
public final class ContainerAdapters {
    private ContainerAdapters() {}

    /** Ours, by constructor. */
    public static ContainerAdapter assay(ServiceGraph graph) {
        return new AssayContainer(Components.of(graph), true);
    }

    /** Ours, by functions. */
    public static ContainerAdapter assayFunctions(ServiceGraph graph) {
        return new AssayContainer(Components.of(graph), false);
    }

    /** Guice. */
    public static ContainerAdapter guice(ServiceGraph graph) {
        return new GuiceContainer(Components.of(graph));
    }

    /** Spring, with suppliers. */
    public static ContainerAdapter springSuppliers(ServiceGraph graph) {
        return new SpringSuppliers(Components.of(graph));
    }

    /** Spring, by type. */
    public static ContainerAdapter springByType(ServiceGraph graph) {
        return new SpringByType(Components.of(graph));
    }

    /** ActiveJ. */
    public static ContainerAdapter activeJ(ServiceGraph graph) {
        return new ActiveJContainer(Components.of(graph));
    }

    /** Feather. */
    public static ContainerAdapter feather(ServiceGraph graph) {
        return new FeatherContainer(Components.of(graph));
    }

    /** Weld. */
    public static ContainerAdapter weld(ServiceGraph graph) {
        return new WeldContainer(Components.of(graph));
    }

    /** HK2. */
    public static ContainerAdapter hk2(ServiceGraph graph) {
        return new Hk2Container(Components.of(graph));
    }

    /** Micronaut. */
    public static ContainerAdapter micronaut(ServiceGraph graph) {
        return new MicronautContainer(Components.of(graph));
    }

    /** Hand-written {@code new}. */
    public static ContainerAdapter byNew(ServiceGraph graph) {
        return new ByNew(Components.of(graph));
    }

    /** Avaje, over classes that are compiled here. */
    public static ContainerAdapter avaje(ServiceGraph graph) {
        return AvajeContainer.compiled(graph);
    }

    /** Dagger, over classes that are compiled here. */
    public static ContainerAdapter dagger(ServiceGraph graph) {
        return DaggerContainer.compiled(graph);
    }
}
