package io.assay.inject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service. All that the container knows of it lies here and in its edges: 72 bytes, and 32 for each dependency on one other
 * service. What happens to it is in {@link Transitions} and {@link Wiring}.
 */
@SuppressWarnings(
        "EnumOrdinal") // The state is kept as a byte, which keeps a node at 72 bytes; it is never stored elsewhere.
class Node extends Offer implements Service<Object> {
    private static final State[] STATES = State.values();

    /** Its user wants it to run. */
    static final int WANTED = 1;
    /** It is in the list of work. */
    static final int QUEUED = 1 << 1;
    /** It is to leave the container. */
    static final int REMOVING = 1 << 2;
    /** It is to fail; why is in {@link Core#causes}. */
    static final int BROKEN = 1 << 3;
    /** The future of its start or stop is not done. */
    static final int BUSY = 1 << 4;
    /** It counts as pending in its slots. */
    static final int PENDING = 1 << 5;
    /** Its edges are there. */
    static final int ATTACHED = 1 << 6;
    /** It makes services for those who ask. */
    static final int FACTORY = 1 << 7;
    /** It was made for who asked. */
    static final int PRODUCT = 1 << 8;
    /** A verification is below it, or has found it good. */
    static final int OPEN = 1 << 9;

    static final int GOOD = 1 << 10;
    /** It is to start again once it has failed. */
    static final int RETRYING = 1 << 11;
    /** A callback threw when it was told of what it has now; it is told again before the next start. */
    static final int UNTOLD = 1 << 12;

    final Plan plan;
    private final @Nullable Map<String, ?> properties;

    @Nullable
    Object instance;
    /** Null, an {@link Edge}, or an array of them: as many as the component has wishes. */
    private @Nullable Object edges;

    /** Lists of edges, by their first: of those who have it; and of its own whose providers are leaving. */
    @Nullable
    Edge dependents;

    @Nullable
    Edge leaving;
    /**
     * While it stops: how many of those who had it have not let go of it yet. Otherwise how many required dependencies it
     * lacks, which are none from its start until it has stopped.
     */
    int awaited;

    final int id;
    /** Neighbours in {@link Roll}. */
    @Nullable
    Node before;

    @Nullable
    Node after;

    private byte state = (byte) State.STOPPED.ordinal();
    private short flags;

    Node(Plan plan, int id, @Nullable Map<String, ?> properties, int flags) {
        this.plan = plan;
        this.id = id;
        this.properties = properties;
        this.flags = (short) flags;
    }

    /** What was made for who asked. */
    static final class Product extends Node {
        private final @Nullable Edge asker;
        private final int depth;

        Product(Plan plan, int id, @Nullable Edge asker) {
            super(plan, id, null, WANTED | PRODUCT);
            this.asker = asker;
            depth = asker == null ? 1 : asker.consumer.depth() + 1;
        }

        @Override
        @Nullable
        Edge asker() {
            return asker;
        }

        @Override
        int depth() {
            return depth;
        }
    }

    /** Whose demand it was made for. */
    @Nullable
    Edge asker() {
        return null;
    }

    /** How many products stand one above the other, this the lowest. */
    int depth() {
        return 0;
    }

    @Override
    final Node service() {
        return this;
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag) {
        flags |= (short) flag;
    }

    void clear(int flag) {
        flags &= (short) ~flag;
    }

    void setState(State next) {
        state = (byte) next.ordinal();
    }

    /** Whether it has, or is about to have, an instance that others must not be taken away from. */
    boolean holds() {
        return switch (state()) {
            case STARTING, ACTIVE, STOPPING -> true;
            case STOPPED, WAITING, FAILED, REMOVED -> false;
        };
    }

    /** Whether it is to run, as far as it is concerned itself. */
    boolean wantsToRun() {
        return is(WANTED) && !is(REMOVING) && plan.core.running;
    }

    /** Whether it must not go on, although it runs. */
    boolean mustStop() {
        return leaving != null || is(BROKEN) || !wantsToRun();
    }

    /** Whether nobody has it any more, and it has not begun to stop. */
    boolean mayStop() {
        return awaited == 0
                && !is(BUSY)
                && !(plan instanceof Plan.PerRequest made && is(FACTORY) && made.products() != null);
    }

    /** An offer that is in no slot yet: the node itself if that is one. */
    Offer freeOffer() {
        if (slot == null) {
            return this;
        }
        Offer offer = new Further(this);
        offer.nextOfService = nextOfService;
        nextOfService = offer;
        return offer;
    }

    boolean offersIn(Slot asked) {
        for (Offer offer = this; offer != null; offer = offer.nextOfService) {
            if (offer.slot == asked) {
                return true;
            }
        }
        return false;
    }

    // ---- edges

    /** Makes one for each of the component's wishes. */
    void makeEdges() {
        int wishes = plan.component.wishes.length;
        if (wishes == 1) {
            Edge only = Edge.of(this, 0);
            edges = only;
            awaited = only.required() ? 1 : 0;
            return;
        }
        Edge[] made = new Edge[wishes];
        for (int i = 0; i < wishes; i++) {
            made[i] = Edge.of(this, i);
            awaited += made[i].required() ? 1 : 0;
        }
        edges = made;
    }

    void dropEdges() {
        edges = null;
    }

    int edgeCount() {
        if (edges == null) {
            return 0;
        }
        return edges instanceof Edge ? 1 : ((Edge[]) edges).length;
    }

    Edge edge(int index) {
        Object own = Objects.requireNonNull(edges);
        return own instanceof Edge only ? only : ((Edge[]) own)[index];
    }

    // ---- what users see

    @Override
    public Component<Object> component() {
        return plan.component;
    }

    @Override
    public ServiceContainer container() {
        return plan.core.container;
    }

    @Override
    public String name() {
        return plan.component.name() + "#" + id;
    }

    @Override
    public Map<String, ?> properties() {
        Map<String, ?> own = properties;
        Map<String, Object> common = plan.component.properties;
        if (own == null || own.isEmpty()) {
            return common;
        }
        if (common.isEmpty()) {
            return own;
        }
        Map<String, Object> merged = new HashMap<>(common);
        merged.putAll(own);
        return merged;
    }

    @Nullable
    Object property(String key) {
        Object value = properties == null ? null : properties.get(key);
        return value == null ? plan.component.properties.get(key) : value;
    }

    @Override
    public State state() {
        return STATES[state];
    }

    @Override
    public Object instance() {
        Object made = instance;
        if (made == null) {
            throw new ServiceUnavailableException(name() + " is " + state() + " and has no instance"
                    + (is(FACTORY) ? ": it makes them for those who ask" : ""));
        }
        return made;
    }

    @Override
    public @Nullable Service<?> asking() {
        Edge demand = asker();
        return demand == null ? null : demand.consumer;
    }

    @Override
    public @Nullable Throwable failure() {
        return state() == State.FAILED ? plan.core.causes.get(this) : null;
    }

    @Override
    public List<Dependency<?>> missing() {
        List<Dependency<?>> lacked = new ArrayList<>();
        for (int i = 0; i < edgeCount(); i++) {
            Edge edge = edge(i);
            if (edge.required() && !edge.isBound()) {
                lacked.add(edge.wish());
            }
        }
        return lacked;
    }

    @Override
    public void start() {
        plan.core.start(this);
    }

    @Override
    public void stop() {
        plan.core.stop(this);
    }

    @Override
    public void remove() {
        plan.core.remove(this);
    }

    @Override
    public void fail(Throwable cause) {
        plan.core.fail(this, Objects.requireNonNull(cause, "cause"));
    }

    /** Its name and state. */
    @Override
    public String toString() {
        return name() + " " + state();
    }
}
