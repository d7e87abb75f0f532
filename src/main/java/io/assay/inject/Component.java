package io.assay.inject;

import java.util.Arrays;
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
    /** Whom to tell of a dependency that is injected. */
    record Callback(BiConsumer<Object, Object> added, BiConsumer<Object, Object> removed) {}

    final Class<T> type;
    private final @Nullable String name;
    /** Null if it offers its class alone, as most do. */
    private final Class<?> @Nullable [] offers;

    final Creator<? extends T> creator;
    final Dependency<?>[] wishes;
    /** Of each wish that is no parameter; null if all are parameters. */
    private final @Nullable Callback @Nullable [] callbacks;
    /** Which wishes are the parameters; null if all are. */
    private final int @Nullable [] parameterWishes;

    final boolean perRequest;
    final Map<String, Object> properties;
    private final @Nullable Hook<? super T> onStart;
    private final @Nullable Hook<? super T> onStop;

    Component(ComponentBuilder<T> settings) {
        type = settings.type;
        name = settings.name;
        offers = settings.offers;
        creator = settings.creator;
        wishes = settings.wishes();
        callbacks = settings.callbacks();
        parameterWishes = callbacks == null ? null : parameters(callbacks);
        perRequest = settings.scope == Scope.PER_REQUEST;
        properties = settings.properties == null ? Map.of() : Map.copyOf(settings.properties);
        onStart = settings.onStart;
        onStop = settings.onStop;
    }

    private static int[] parameters(@Nullable Callback[] callbacks) {
        int[] parameters = new int[callbacks.length];
        int count = 0;
        for (int i = 0; i < callbacks.length; i++) {
            if (callbacks[i] == null) {
                parameters[count++] = i;
            }
        }
        return Arrays.copyOf(parameters, count);
    }

    /**
     * A component that is made by its class's only constructor, or the canonical one of a record. Each parameter is a
     * dependency: of type {@code D} a required one, {@code Optional<D>} an optional one, {@code List<D>} all there are; with
     * {@link Named} of that qualifier. A {@link ServiceContainer} is the container, a {@link Service} the service itself.
     *
     * @throws ComponentException if the class is abstract, has several constructors, or a parameter of another kind
     */
    public static <T> ComponentBuilder<T> of(Class<T> implementation) {
        return new ComponentBuilder<>(implementation, ConstructorCreator.of(implementation));
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

    /** How many types its services offer. */
    int offerCount() {
        return offers == null ? 1 : offers.length;
    }

    Class<?> offer(int index) {
        return offers == null ? type : offers[index];
    }

    boolean isParameter(int wish) {
        return callbacks == null || callbacks[wish] == null;
    }

    @Nullable
    Callback callback(int wish) {
        return callbacks == null ? null : callbacks[wish];
    }

    /** Whether its instances are given something, which they cannot outlive. */
    boolean hasParameters() {
        return parameterCount() > 0;
    }

    int parameterCount() {
        return parameterWishes == null ? wishes.length : parameterWishes.length;
    }

    /** Which wish a parameter is. */
    int parameterWish(int parameter) {
        return parameterWishes == null ? parameter : parameterWishes[parameter];
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
