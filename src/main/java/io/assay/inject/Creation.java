package io.assay.inject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Creator} can make an instance of. Only good while it runs. */
public interface Creation {
    /** The service whose instance is to be made; it has none yet. */
    Service<?> service();

    /** The container. */
    ServiceContainer container();

    /** The service's properties. */
    Map<String, ?> properties();

    /** For whom it is made: the service that asks for a {@link Scope#PER_REQUEST}; otherwise null. */
    @Nullable
    Service<?> asking();

    /**
     * The required dependency that is the parameter of this index, in the order of {@link ComponentBuilder#parameter}.
     *
     * @throws ClassCastException if it is of another type or kind
     * @throws IndexOutOfBoundsException if there is no such parameter
     */
    <D> D get(int parameter, Class<D> type);

    /** As {@link #get}, for an optional dependency. */
    <D> Optional<D> find(int parameter, Class<D> type);

    /** As {@link #get}, for all services of a type, those first that started first. */
    <D> List<D> list(int parameter, Class<D> type);
}
