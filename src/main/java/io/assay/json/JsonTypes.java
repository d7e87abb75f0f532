package io.assay.json;

import java.util.IdentityHashMap;

/** The types that documents may be of, and the limits. Immutable and thread-safe; codecs are made from it. */
public final class JsonTypes {
    private final IdentityHashMap<Class<?>, JsonConverter<?>> converters;
    private final JsonLimits limits;

    private JsonTypes(Builder builder) {
        converters = new IdentityHashMap<>(builder.converters);
        limits = builder.limits;
    }

    /**
     * Types with converters of their own.
     *
     * @throws NoConverterException when one has none
     */
    public static JsonTypes of(Class<?>... types) {
        Builder builder = builder();
        for (Class<?> type : types) builder.add(type);
        return builder.build();
    }

    /** Starts without types, with {@link JsonLimits#DEFAULT}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The limits. */
    public JsonLimits limits() {
        return limits;
    }

    /** A codec, for one thread or loop. */
    public JsonCodec newCodec() {
        return new JsonCodec(this);
    }

    @SuppressWarnings("unchecked") // the builder put it there under its own class
    <T> JsonConverter<T> converter(Class<T> type) {
        JsonConverter<?> found = converters.get(type);
        if (found == null) throw new IllegalArgumentException(type.getName() + " is not among the types of this codec");
        return (JsonConverter<T>) found;
    }

    /** Whether documents may be of this type. */
    public boolean contains(Class<?> type) {
        return converters.containsKey(type);
    }

    /** Collects types. */
    public static final class Builder {
        private final IdentityHashMap<Class<?>, JsonConverter<?>> converters = new IdentityHashMap<>();
        private JsonLimits limits = JsonLimits.DEFAULT;

        private Builder() {}

        /** Sets the limits. */
        public Builder limits(JsonLimits value) {
            limits = value;
            return this;
        }

        /**
         * Adds a type by the converter that was generated for it; {@code Object} by {@link AnyConverter}.
         *
         * @throws NoConverterException when there is none
         */
        public Builder add(Class<?> type) {
            converters.put(type, type == Object.class ? AnyConverter.INSTANCE : GeneratedConverters.of(type));
            return this;
        }

        /** Adds a type by a converter made by hand. */
        public <T> Builder add(Class<T> type, JsonConverter<T> converter) {
            converters.put(type, converter);
            return this;
        }

        /**
         * Adds a type by the converter that DSL-JSON's own processor generated for it: for what {@link #add(Class)}'s knows not.
         * Documents are checked as all others are, before DSL-JSON reads them: grammar, UTF-8, surrogates, depth and size. What
         * their values become is DSL-JSON's to say, and so is what is written, up to the limit of bytes.
         *
         * @throws NoConverterException when there is none
         */
        public Builder addDsl(Class<?> type) {
            converters.put(type, DslConverters.of(type));
            return this;
        }

        /** The types that were added. */
        public JsonTypes build() {
            return new JsonTypes(this);
        }
    }
}
