package io.assay.harness.run.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that parameters make. */
public final class Combinations {
    private Combinations() {}

    /** All combinations of parameter values, in order: the first parameter varies slowest. */
    public static List<Map<String, String>> of(Map<String, List<String>> params) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> param : params.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> shorter : all) {
                for (String value : param.getValue()) {
                    Map<String, String> combination = new LinkedHashMap<>(shorter);
                    combination.put(param.getKey(), value);
                    longer.add(combination);
                }
            }
            all = longer;
        }
        return all;
    }
}
