package io.assay.workload.inject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The same components as {@link Components} writes, as Java sources, for containers that work while code is compiled. */
public final class ComponentSources {
    static final String PACKAGE = ComponentWriter.PREFIX
            .substring(0, ComponentWriter.PREFIX.length() - 1)
            .replace('/', '.');

    private ComponentSources() {}

    /** The sources by the full name of their class. */
    public static Map<String, String> of(ServiceGraph graph) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int number = 0; number < graph.size(); number++) {
            sources.put(PACKAGE + ".C" + number, component(number, graph.dependencies()[number]));
        }
        sources.put(PACKAGE + ".Ledger", """
                package %s;
                public final class Ledger implements io.assay.workload.inject.MadeCount {
                    public static int made;
                    public int take() { int taken = made; made = 0; return taken; }
                }
                """.formatted(PACKAGE));
        return sources;
    }

    private static String component(int number, int[] dependencies) {
        StringJoiner parameters = new StringJoiner(", ");
        StringJoiner names = new StringJoiner(", ");
        StringBuilder fields = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        for (int i = 0; i < dependencies.length; i++) {
            String type = ComponentWriter.internalName(dependencies[i]).replace('/', '.');
            parameters.add(type + " d" + i);
            names.add("d" + i);
            fields.append("private final ").append(type).append(" d").append(i).append(";\n");
            assignments.append("this.d").append(i).append(" = d").append(i).append(";\n");
        }
        return """
                package %1$s;
                @jakarta.inject.Singleton
                public class C%2$d implements io.assay.workload.inject.Component {
                    %3$s
                    @jakarta.inject.Inject public C%2$d(%4$s) {
                        %5$s Ledger.made++;
                    }
                    public int number() { return %2$d; }
                    public Object[] dependencies() { return new Object[] {%6$s}; }
                }
                """.formatted(PACKAGE, number, fields, parameters, assignments, names);
    }
}
