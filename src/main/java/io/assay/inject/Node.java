package io.assay.inject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service: one that others may find ({@link Shared}), or one that was made for who asked ({@link Product}). All that the
 * container knows of it lies here and in its edges: 80 bytes with its first dependency, if that is on one other service, and 32
 * for each further one. What happens to it is in {@link Transitions} and {@link Wiring}.
 */
@SuppressWarnings("EnumOrdinal") // The state is three bits of a field; it is never stored elsewhere.
abstract class Node extends Edge implements Service<Object> {
    private static final State[] STATES = State.values();

    /** Its user wants it to run. */
    static final int WANTED = 1 << OWN_SHIFT;
    /** It is in the list of work. */
    static final int QUEUED = 1 << (OWN_SHIFT + 1);
    /** It is to leave the container. */
    static final int REMOVING = 1 << (OWN_SHIFT + 2);
    /** It is to fail; why is in {@link Core#causes}. */
    static final int BROKEN = 1 << (OWN_SHIFT + 3);
    /** The future of its start or stop is not done. */
    static final int BUSY = 1 << (OWN_SHIFT + 4);
    /** It counts as pending in its slots. */
    static final int PENDING = 1 << (OWN_SHIFT + 5);
    /** Its edges are there. */
    static final int ATTACHED = 1 << (OWN_SHIFT + 6);
    /** It makes services for those who ask. */
    static final int FACTORY = 1 << (OWN_SHIFT + 7);
    /** It was made for who asked. */
    static final int PRODUCT = 1 << (OWN_SHIFT + 8);
    /** A verification is below it, or has found it good. */
    static final int OPEN = 1 << (OWN_SHIFT + 9);

    static final int GOOD = 1 << (OWN_SHIFT + 10);
    /** It is to start again once it has failed. */
    static final int RETRYING = 1 << (OWN_SHIFT + 11);
    /** A callback threw when it was told of what it has now; it is told again before the next start. */
    static final int UNTOLD = 1 << (OWN_SHIFT + 12);

    /** Its first edge is itself. */
    private static final int FIRST_EDGE = 1 << (OWN_SHIFT + 13);

    private static final int STATE_SHIFT = OWN_SHIFT + 14;
    private static final int STATE_MASK = 7 << STATE_SHIFT;

    final Component<Object> component;

    @Nullable
    Object instance;
    /** The edges that it is not itself: null, an {@link Edge}, or an array of them. */
    private @Nullable Object further;

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

    Node(Component<Object> component, int id, int flags) {
        this.component = component;
        this.id = id;
        bits = flags;
    }

    abstract Core core();

    /** The first of its places in slots; null if it is in none, as it was made for who asked. */
    abstract @Nullable Offer offers();

    /** The slot by which those find it who have this wish. */
    abstract Slot slotFor(Dependency<?> wish);

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
    final Node consumer() {
        return this;
    }

    @Override
    final int index() {
        return 0;
    }

    final boolean is(int flag) {
        return (bits & flag) != 0;
    }

    final void set(int flag) {
        bits |= flag;
    }

    final void clear(int flag) {
        bits &= ~flag;
    }

    final void setState(State next) {
        bits = (bits & ~STATE_MASK) | next.ordinal() << STATE_SHIFT;
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
        return is(WANTED) && !is(REMOVING) && core().running;
    }

    /** Whether it must not go on, although it runs. */
    boolean mustStop() {
        return leaving != null || is(BROKEN) || !wantsToRun();
    }

    /** Whether nobody has it any more, and it has not begun to stop. */
    boolean mayStop() {
        return awaited == 0 && !is(BUSY);
    }

    final boolean offersIn(Slot asked) {
        for (Offer offer = offers(); offer != null; offer = offer.nextOfService()) {
            if (offer.inSlot() == asked) {
                return true;
            }
        }
        return false;
    }

    // ---- edges

    /** Makes one for each of the component's wishes, which asks by its slot, and has nobody. */
    final void makeEdges(Core core) {
        int count = component.wishes.length;
        if (count == 0) {
            return;
        }
        int itself = isMany(component, 0) ? 0 : 1;
        if (itself == 1) {
            set(FIRST_EDGE);
        }
        if (count - itself == 1) {
            further = Edge.further(this, itself);
        } else if (count > itself) {
            Edge[] made = new Edge[count - itself];
            for (int i = 0; i < made.length; i++) {
                made[i] = Edge.further(this, itself + i);
            }
            further = made;
        }
        for (int i = 0; i < count; i++) {
            edge(i).ask(core.slot(component.wishes[i]));
        }
    }

    final void dropEdges() {
        further = null;
    }

    final int edgeCount() {
        return component.wishes.length;
    }

    final Edge edge(int index) {
        int beyond = index;
        if (is(FIRST_EDGE)) {
            if (index == 0) {
                return this;
            }
            beyond--;
        }
        Object own = Objects.requireNonNull(further);
        return own instanceof Edge only ? only : ((Edge[]) own)[beyond];
    }

    // ---- what users see

    @Override
    public Component<Object> component() {
        return component;
    }

    @Override
    public ServiceContainer container() {
        return core().container;
    }

    @Override
    public String name() {
        return component.name() + "#" + id;
    }

    @Override
    public Map<String, ?> properties() {
        Map<String, ?> own = ownProperties();
        Map<String, Object> common = component.properties;
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

    /** Those that it was added with. */
    @Nullable
    Map<String, ?> ownProperties() {
        return null;
    }

    final @Nullable Object property(String key) {
        Map<String, ?> own = ownProperties();
        Object value = own == null ? null : own.get(key);
        return value == null ? component.properties.get(key) : value;
    }

    @Override
    public State state() {
        return STATES[(bits & STATE_MASK) >>> STATE_SHIFT];
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
        return demand == null ? null : demand.consumer();
    }

    @Override
    public @Nullable Throwable failure() {
        return state() == State.FAILED ? core().causes.get(this) : null;
    }

    @Override
    public List<Dependency<?>> missing() {
        List<Dependency<?>> lacked = new ArrayList<>();
        for (int i = 0; i < edgeCount() && is(ATTACHED) && !is(FACTORY); i++) {
            Edge edge = edge(i);
            if (edge.required() && !edge.isBound()) {
                lacked.add(edge.wish());
            }
        }
        return lacked;
    }

    @Override
    public void start() {
        core().start(this);
    }

    @Override
    public void stop() {
        core().stop(this);
    }

    @Override
    public void remove() {
        core().remove(this);
    }

    @Override
    public void fail(Throwable cause) {
        core().fail(this, Objects.requireNonNull(cause, "cause"));
    }

    /** Its name and state. */
    @Override
    public String toString() {
        return name() + " " + state();
    }
}
