package io.assay.inject;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for: a type that another one offers, and, if wanted, a property that this must have. Immutable.
 *
 * @param <D> the type
 */
public final class Dependency<D> {
    /** How many there must be. */
    enum Kind {
        REQUIRED,
        OPTIONAL,
        ALL
    }

    final Class<D> type;
    final Kind kind;
    final @Nullable String property;
    final @Nullable Object value;

    private Dependency(Class<D> type, Kind kind, @Nullable String property, @Nullable Object value) {
        this.type = Objects.requireNonNull(type, "type");
        this.kind = kind;
        this.property = property;
        this.value = value;
    }

    /** Asks for one service that offers the type; without it the asking service does not run. */
    public static <D> Dependency<D> on(Class<D> type) {
        return new Dependency<>(type, Kind.REQUIRED, null, null);
    }

    /** Asks for one service, without which the asking one runs as well. */
    public Dependency<D> optional() {
        return new Dependency<>(type, Kind.OPTIONAL, property, value);
    }

    /** Asks for all services there are, which may be none; those made {@link Scope#PER_REQUEST} do not count. */
    public Dependency<D> all() {
        return new Dependency<>(type, Kind.ALL, property, value);
    }

    /** Asks for services with this qualifier: {@link #where} with {@link Service#QUALIFIER}. */
    public Dependency<D> qualified(String qualifier) {
        return where(Service.QUALIFIER, qualifier);
    }

    /**
     * Asks for services that have this value, by {@link Object#equals}, of the property. It takes the place of an earlier
     * one.
     */
    public Dependency<D> where(String name, Object wanted) {
        return new Dependency<>(
                type, kind, Objects.requireNonNull(name, "name"), Objects.requireNonNull(wanted, "wanted"));
    }

    /** The type, and the property if there is one, as messages have it. */
    @Override
    public String toString() {
        return property == null ? type.getName() : type.getName() + " where " + property + "=" + value;
    }
}
