package io.assay.inject;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How to make services of a kind: class, offered types, dependencies, life, scope. Immutable, for any number of services,
 * containers and threads.
 *
 * <pre>{@code
 * record Greeter(Logger logger, @Named("en") Words words) {}
 *
 * Component<Greeter> greeter = Component.of(Greeter.class).build();           // constructor injection
 *
 * Component<Clock> clock = Component.of(Clock.class, creation -> new Clock())  // advanced injection
 *         .inject(Dependency.on(Logger.class), Clock::setLogger, Clock::unsetLogger)
 *         .inject(Dependency.on(Display.class).all(), Clock::addDisplay, Clock::removeDisplay)
 *         .build();
 *
 * Component<Logger> loggers = Component.of(Logger.class, creation -> new Logger(creation.asking()))
 *         .scope(Scope.PER_REQUEST)                                            // one for each who asks
 *         .build();
 * }</pre>
 *
 * @param <T> the class of the instances
 */
public final class Component<T> {
    /** A dependency and, if it is injected and no parameter, whom to tell. */
    record Wish(
            Dependency<?> dependency,
            boolean parameter,
            @Nullable BiConsumer<Object, Object> added,
            @Nullable BiConsumer<Object, Object> removed) {
        /** Whether its providers are looked up when an instance is made, and belong to that instance alone. */
        boolean gathered() {
            return parameter && dependency.kind != Dependency.Kind.REQUIRED;
        }

        /** Whether it has as many providers as there are. */
        boolean many() {
            return gathered() || dependency.kind == Dependency.Kind.ALL;
        }

        boolean required() {
            return dependency.kind == Dependency.Kind.REQUIRED;
        }
    }

    final Class<T> type;
    private final @Nullable String name;
    final Class<?>[] offers;
    final Creator<? extends T> creator;
    final Wish[] wishes;
    /** How many of the wishes are required. */
    final int required;
    /** Which wishes are the parameters; instances that have some cannot outlive them. */
    final int[] parameterWishes;

    final boolean perRequest;
    final Map<String, Object> properties;
    private final @Nullable Hook<? super T> onStart;
    private final @Nullable Hook<? super T> onStop;

    Component(ComponentBuilder<T> settings) {
        type = settings.type;
        name = settings.name;
        offers = settings.offers;
        creator = settings.creator;
        wishes = settings.wishes.toArray(Wish[]::new);
        int requiredWishes = 0;
        int parameters = 0;
        for (Wish wish : wishes) {
            requiredWishes += wish.required() ? 1 : 0;
            parameters += wish.parameter() ? 1 : 0;
        }
        required = requiredWishes;
        parameterWishes = new int[parameters];
        for (int i = wishes.length - 1; i >= 0; i--) {
            if (wishes[i].parameter()) {
                parameterWishes[--parameters] = i;
            }
        }
        perRequest = settings.scope == Scope.PER_REQUEST;
        properties = settings.properties == null ? Map.of() : Map.copyOf(settings.properties);
        onStart = settings.onStart;
        onStop = settings.onStop;
    }

    /**
     * A component that is made by its class's only constructor, or the canonical one of a record. Each parameter is a
     * dependency: of type {@code D} a required one, {@code Optional<D>} an optional one, {@code List<D>} all there are; with
     * {@link Named} of that qualifier. A {@link ServiceContainer} is the container, a {@link Service} the service itself.
     *
     * @throws ComponentException if the class is abstract, has several constructors, or a parameter of another kind
     */
    public static <T> ComponentBuilder<T> of(Class<T> implementation) {
        ConstructorCreator<T> creator = ConstructorCreator.of(implementation);
        ComponentBuilder<T> builder = new ComponentBuilder<>(implementation, creator);
        creator.dependencies().forEach(builder::parameter);
        builder.fixed = true;
        return builder;
    }

    /** A component whose instances a function makes. */
    public static <T> ComponentBuilder<T> of(Class<T> implementation, Creator<? extends T> creator) {
        return new ComponentBuilder<>(implementation, Objects.requireNonNull(creator, "creator"));
    }

    /** A component of one instance that is there; to be added once. */
    public static <T> ComponentBuilder<T> instance(Class<T> implementation, T instance) {
        Objects.requireNonNull(instance, "instance");
        return new ComponentBuilder<>(implementation, creation -> instance);
    }

    @SuppressWarnings("unchecked") // It is run with instances of this component.
    @Nullable
    Hook<Object> startHook() {
        return (Hook<Object>) onStart;
    }

    @SuppressWarnings("unchecked") // It is run with instances of this component.
    @Nullable
    Hook<Object> stopHook() {
        return (Hook<Object>) onStop;
    }

    boolean hasParameters() {
        return parameterWishes.length > 0;
    }

    /** The class of the instances. */
    public Class<T> type() {
        return type;
    }

    /** How messages call it. */
    public String name() {
        return name == null ? type.getSimpleName() : name;
    }

    /** Its name and class. */
    @Override
    public String toString() {
        return name() + " (" + type.getName() + ")";
    }
}
