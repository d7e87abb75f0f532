package io.assay.harness.cli;

import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values of benchmark parameters. */
final class ParamOptions {
    @Option(names = "-p", paramLabel = "NAME=V[,V]", description = "Values of a benchmark parameter; repeatable.")
    private List<String> params = new ArrayList<>();

    ParamOptions() {}

    /** As they were written, {@code V,V}. */
    Map<String, String> texts() {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String param : params) {
            int equals = param.indexOf('=');
            if (equals < 1 || equals == param.length() - 1) {
                throw new UserError("-p " + param + ": write -p name=value,value");
            }
            parsed.put(param.substring(0, equals), param.substring(equals + 1));
        }
        return parsed;
    }

    /** One by one. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        texts().forEach((name, text) -> values.put(name, List.of(text.split(","))));
        return values;
    }
}
