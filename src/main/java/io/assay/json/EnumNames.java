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

    private EnumNames(E[] constants) {
        this.constants = constants;
        names = FieldNames.of(Stream.of(constants).map(Enum::name).toArray(String[]::new));
    }

    /** Of an enum's {@code values()}. */
    public static <E extends Enum<E>> EnumNames<E> of(E[] constants) {
        return new EnumNames<>(constants.clone());
    }

    @Nullable
    E find(byte[] b, int from, int to) {
        int index = names.find(b, from, to);
        return index < 0 ? null : constants[index];
    }
}
