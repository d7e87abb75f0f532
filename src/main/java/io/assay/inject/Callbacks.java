package io.assay.inject;

import java.util.Objects;

/** Tells instances of what comes and goes, as their components want to hear it. */
final class Callbacks {
    private final Core core;

    Callbacks(Core core) {
        this.core = core;
    }

    /** Tells an instance that has just been made what it has got already, or one that is about to be dropped that it loses it. */
    void tellAll(Node service, boolean added) {
        for (int i = 0; i < service.edgeCount(); i++) {
            Edge edge = service.edge(i);
            if (edge.parameter()) {
                continue;
            }
            core.edgesVisited++;
            if (edge instanceof Edge.Many many) {
                for (Edge.Member member = many.members; member != null; member = member.nextMember) {
                    core.edgesVisited++;
                    tell(member, added);
                }
            } else if (edge.isBound()) {
                tell(edge, added);
            }
        }
    }

    /**
     * Tells a consumer that has an instance of one provider. What is said twice is said once; and who threw when it was told
     * that something came is not told that it leaves.
     */
    void tell(Edge edge, boolean added) {
        Node consumer = edge.consumer();
        Component.Callback callback = consumer.component.callback(edge.index());
        if (callback == null || edge.isTold() == added) {
            return;
        }
        edge.setTold(added);
        try {
            (added ? callback.added() : callback.removed())
                    .accept(
                            Objects.requireNonNull(consumer.instance),
                            edge.provider().instance());
        } catch (Throwable failure) {
            if (added) {
                edge.setTold(false);
                consumer.set(Node.UNTOLD);
                core.breakDown(consumer, failure);
            } else {
                core.failures.report(consumer, failure);
            }
        }
    }
}
