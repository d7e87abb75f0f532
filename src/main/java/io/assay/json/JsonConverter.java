package io.assay.json;

/**
 * Writes and reads one type. The annotation processor makes one for each class that wears {@code @CompiledJson}; one made
 * by hand does the same calls. Must be thread-safe, which without state it is.
 *
 * @param <T> the type
 */
public interface JsonConverter<T> {
    /** Writes one value, never null. */
    void write(JsonOutput out, T value) throws JsonException;

    /** Reads one value, which is not {@code null}: whoever calls has asked {@link JsonInput#readNull()}. */
    T read(JsonInput in) throws JsonException;
}
