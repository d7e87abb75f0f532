package io.assay.containers;

import io.assay.containers.peers.ContainerFactory;
import io.assay.containers.peers.EclipseFactory;
import io.assay.containers.peers.HppcFactory;
import io.assay.containers.peers.OwnFactory;
import io.assay.harness.api.Labelled;
import java.util.function.Supplier;

/** The container libraries that are measured. A fork sees one. */
public enum ContainerImplementation implements Labelled {
    /** Our factory over the JDK's. */
    ASSAY_JDK(
            "our factory over java.util; int and long keys are boxed; load factor 0.65",
            () -> new OwnFactory(Containers.JDK)),
    /** Our factory over fastutil. */
    ASSAY_FASTUTIL("our factory over fastutil; load factor 0.65", () -> new OwnFactory(Containers.FASTUTIL)),
    /** Our factory over Agrona. */
    ASSAY_AGRONA("our factory over Agrona; load factor 0.65", () -> new OwnFactory(Containers.AGRONA)),
    /** Eclipse Collections. */
    ECLIPSE(
            "Eclipse Collections; less work: takes null; tables by int and long are at most half full, which cannot be set, "
                    + "the others 0.65",
            EclipseFactory::new),
    /** HPPC. */
    HPPC(
            "HPPC; less work: takes null, checks no index; load factor 0.65; keys are scattered by a seed for each table",
            HppcFactory::new);

    private final String label;
    private final Supplier<ContainerFactory> factory;

    ContainerImplementation(String label, Supplier<ContainerFactory> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes containers of this library. */
    public ContainerFactory factory() {
        return factory.get();
    }
}
