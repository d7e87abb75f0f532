package io.assay.harness.matrix;

import io.assay.harness.result.RowKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of columns that have none: as short as they can be and still differ. */
final class Headings {
    private Headings() {}

    static String of(RowKey key, List<RowKey> all) {
        boolean alone = all.stream()
                        .filter(other -> other.simpleName().equals(key.simpleName()))
                        .count()
                == 1;
        if (alone) {
            return key.simpleName();
        }
        Map<String, String> telling = new LinkedHashMap<>(key.params());
        telling.entrySet()
                .removeIf(param -> all.stream()
                        .filter(other -> other.simpleName().equals(key.simpleName()))
                        .allMatch(
                                other -> param.getValue().equals(other.params().get(param.getKey()))));
        return telling.isEmpty() ? key.toString() : new RowKey(key.benchmark(), key.mode(), telling).toString();
    }
}
