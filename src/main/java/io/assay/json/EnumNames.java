package io.assay.json;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The constants of an enum by name. Immutable.
 *
 * @param <E> the enum
 */
public final class EnumNames<E extends Enum<E>> {
    private final E[] constants;
    private final FieldNames names;
    private final @Nullable QuotedNames quoted;

    private EnumNames(E[] constants) {
        this.constants = constants;
        String[] all = Stream.of(constants).map(Enum::name).toArray(String[]::new);
        names = FieldNames.of(all);
        quoted = QuotedNames.of(all);
    }

    /** Of an enum's {@code values()}. */
    public static <E extends Enum<E>> EnumNames<E> of(E[] constants) {
        return new EnumNames<>(constants.clone());
    }

    /** The constant whose name stands behind the opening quote, where that is seen at once; then the input is behind it. */
    @Nullable
    E quick(JsonInput in) {
        int at = in.position + 1;
        if (quoted == null || at > in.end - QuotedNames.REACH) return null;
        int index = quoted.find(in.bytes, at);
        if (index < 0) return null;
        in.position = at + quoted.length(in.bytes, at);
        return constants[index];
    }

    @Nullable
    E find(byte[] b, int from, int to) {
        int index = names.find(b, from, to);
        return index < 0 ? null : constants[index];
    }
}
