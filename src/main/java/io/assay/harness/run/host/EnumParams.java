package io.assay.harness.run.host;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of a benchmark class that are enums: of these alone it is known which values there are. */
public final class EnumParams {
    private EnumParams() {}

    /** The constants of each parameter that is an enum, in the class itself or above it. */
    public static Map<String, List<String>> of(Class<?> type, Set<String> params) {
        Map<String, List<String>> constants = new HashMap<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getType().isEnum() && params.contains(field.getName())) {
                    constants.putIfAbsent(
                            field.getName(),
                            Arrays.stream(field.getType().getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList());
                }
            }
        }
        return constants;
    }
}
