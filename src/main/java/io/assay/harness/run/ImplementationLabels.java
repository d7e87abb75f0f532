package io.assay.harness.run;

import io.assay.harness.api.Labelled;
import io.assay.harness.result.RowKey;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark class says of its implementations. */
final class ImplementationLabels {
    private ImplementationLabels() {}

    /** Label by implementation; none where the parameter is no enum that wears {@link Labelled}. */
    static Map<String, String> of(Class<?> benchmark) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Class<?> type = benchmark; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(RowKey.IMPLEMENTATION)
                        && field.getType().isEnum()) {
                    for (Object constant : field.getType().getEnumConstants()) {
                        if (constant instanceof Labelled labelled && constant instanceof Enum<?> value) {
                            labels.put(value.name(), labelled.label());
                        }
                    }
                }
            }
        }
        return labels;
    }
}
