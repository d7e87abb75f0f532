package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import io.assay.workload.inject.ServiceGraph;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;

/** Spring's application context with a supplier a bean, which asks for other beans by their names. */
final class SpringSuppliers implements ContainerAdapter {
    private final Components components;
    private final String[] names;

    SpringSuppliers(Components components) {
        this.components = components;
        this.names = new String[components.size()];
        for (int number = 0; number < names.length; number++) {
            names[number] = "c" + number;
        }
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        GenericApplicationContext context = new GenericApplicationContext();
        for (int number : components.graph().order()) {
            register(context, number, components.type(number));
        }
        return SpringByType.refreshed(context, number -> context.getBean(names[number]));
    }

    private <T> void register(GenericApplicationContext context, int number, Class<T> type) {
        int[] wanted = components.graph().dependencies()[number];
        Supplier<T> supplier = () -> {
            Object[] dependencies = new Object[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                dependencies[i] = context.getBean(wanted[i] == ServiceGraph.ABSENT ? "absent" : names[wanted[i]]);
            }
            return type.cast(components.make(number, dependencies));
        };
        context.registerBean(names[number], type, supplier);
    }
}
