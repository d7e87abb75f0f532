package io.assay.inject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a {@link Component}.
 *
 * @param <T> the class of the instances
 */
public final class ComponentBuilder<T> {
    private static final Dependency<?>[] NOTHING = {};

    final Class<T> type;
    final Creator<? extends T> creator;
    /** The creator, if it is a constructor: its parameters are the first wishes, and the only ones that are parameters. */
    private final @Nullable ConstructorCreator<T> constructor;

    // Made only where they are asked for: thousands of components are described at the start of a large container.
    private @Nullable List<Dependency<?>> wishes;
    private @Nullable List<Component.@Nullable Callback> callbacks;

    @Nullable
    Map<String, Object> properties;

    @Nullable
    String name;

    Class<?> @Nullable [] offers;

    Scope scope = Scope.SINGLETON;

    @Nullable
    Hook<? super T> onStart;

    @Nullable
    Hook<? super T> onStop;

    ComponentBuilder(Class<T> type, Creator<? extends T> creator) {
        this.type = type;
        this.creator = creator;
        constructor = null;
    }

    ComponentBuilder(Class<T> type, ConstructorCreator<T> constructor) {
        this.type = type;
        creator = constructor;
        this.constructor = constructor;
    }

    /** What is asked for, the parameters of a constructor first. */
    Dependency<?>[] wishes() {
        if (wishes != null) {
            return wishes.toArray(Dependency<?>[]::new);
        }
        return constructor == null ? NOTHING : constructor.dependencies();
    }

    /** Of each wish that is no parameter; null if all are parameters. */
    Component.@Nullable Callback @Nullable [] callbacks() {
        return callbacks == null ? null : callbacks.toArray(Component.Callback[]::new);
    }

    private void ask(Dependency<?> dependency, Component.@Nullable Callback callback) {
        Objects.requireNonNull(dependency, "dependency");
        if (wishes == null) {
            wishes = new ArrayList<>(List.of(wishes()));
        }
        if (callback != null && callbacks == null) {
            callbacks = new ArrayList<>(Collections.nCopies(wishes.size(), null));
        }
        wishes.add(dependency);
        if (callbacks != null) {
            callbacks.add(callback);
        }
    }

    /**
     * The types that it offers to others; without this, its class alone.
     *
     * @throws ComponentException if there is none, or one twice
     */
    @SafeVarargs
    public final ComponentBuilder<T> as(Class<? super T>... types) {
        if (types.length == 0) {
            throw new ComponentException(calledName() + " offers nothing; say as what, or leave it at its class");
        }
        List<Class<?>> distinct = new ArrayList<>(types.length);
        for (Class<?> offered : types) {
            if (distinct.contains(offered)) {
                throw new ComponentException(calledName() + " offers " + offered.getName() + " twice; say it once");
            }
            distinct.add(offered);
        }
        offers = distinct.toArray(new Class<?>[0]);
        return this;
    }

    /**
     * Adds a dependency that the creator is given; it is there before the instance is. While the service runs such a dependency
     * does not change: when one leaves the service stops, its instance is dropped, and a new one is made when it starts again.
     *
     * <p>An optional one, or all there are, is what is there when the instance is made: it waits for those that are about to
     * start, and what comes later is not felt until the next start.
     *
     * @throws ComponentException if the component is made by its constructor, which has its parameters
     */
    public ComponentBuilder<T> parameter(Dependency<?> dependency) {
        if (constructor != null) {
            throw new ComponentException(calledName()
                    + " is made by its constructor, which has no further parameter; use inject, or a creator");
        }
        ask(dependency, null);
        return this;
    }

    /** As the other one, without a callback when it leaves. */
    public <D> ComponentBuilder<T> inject(Dependency<D> dependency, BiConsumer<? super T, ? super D> added) {
        return inject(dependency, added, (instance, provider) -> {});
    }

    /**
     * Adds a dependency that arrives and leaves. {@code added} is called as soon as it is there, {@code removed} before it
     * stops. A required one is added before the service starts and removed after it has stopped. An optional one comes and goes
     * whether the service runs or not; if another one would do, that is added at once. For all, each is told.
     */
    @SuppressWarnings("unchecked") // The container calls them with instances of T and D, which it has checked.
    public <D> ComponentBuilder<T> inject(
            Dependency<D> dependency,
            BiConsumer<? super T, ? super D> added,
            BiConsumer<? super T, ? super D> removed) {
        ask(
                dependency,
                new Component.Callback(
                        (BiConsumer<Object, Object>) Objects.requireNonNull(added, "added"),
                        (BiConsumer<Object, Object>) Objects.requireNonNull(removed, "removed")));
        return this;
    }

    /** What its services do when they start; by default {@link Lifecycle#start} of those that have it. */
    public ComponentBuilder<T> onStart(Hook<? super T> hook) {
        onStart = Objects.requireNonNull(hook, "hook");
        return this;
    }

    /** What its services do when they stop; by default {@link Lifecycle#stop} of those that have it. */
    public ComponentBuilder<T> onStop(Hook<? super T> hook) {
        onStop = Objects.requireNonNull(hook, "hook");
        return this;
    }

    /** How many instances there are of it; by default {@link Scope#SINGLETON}. */
    public ComponentBuilder<T> scope(Scope howMany) {
        scope = Objects.requireNonNull(howMany, "howMany");
        return this;
    }

    /** A property of all its services, unless they are added with another value of it. */
    public ComponentBuilder<T> property(String key, Object value) {
        if (properties == null) {
            properties = new HashMap<>();
        }
        properties.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /** The property {@link Service#QUALIFIER}; one type has at most one service of a qualifier. */
    public ComponentBuilder<T> qualifier(String qualifier) {
        return property(Service.QUALIFIER, qualifier);
    }

    /** How messages call it; by default the simple name of its class. */
    public ComponentBuilder<T> name(String called) {
        name = Objects.requireNonNull(called, "called");
        return this;
    }

    private String calledName() {
        return name == null ? type.getSimpleName() : name;
    }

    /** The component; the same one each time for a class that is described by its constructor and nothing else. */
    public Component<T> build() {
        return constructor != null && isPlain() ? constructor.component() : new Component<>(this);
    }

    private boolean isPlain() {
        return wishes == null
                && properties == null
                && name == null
                && offers == null
                && scope == Scope.SINGLETON
                && onStart == null
                && onStop == null;
    }
}
