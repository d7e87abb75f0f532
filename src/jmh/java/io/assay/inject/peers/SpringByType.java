package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import java.util.function.IntFunction;
import org.springframework.context.support.GenericApplicationContext;

/** Spring's application context, which finds constructors and their arguments by type. */
final class SpringByType implements ContainerAdapter {
    private final Components components;
    private final Class<?>[] order;

    SpringByType(Components components) {
        this.components = components;
        this.order = components.inOrder();
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        GenericApplicationContext context = new GenericApplicationContext();
        for (Class<?> type : order) {
            context.registerBean(type);
        }
        return refreshed(context, number -> context.getBean(components.type(number)));
    }

    static Running refreshed(GenericApplicationContext context, IntFunction<Object> getter) {
        context.refresh();
        return new Running() {
            @Override
            public Object get(int number) {
                return getter.apply(number);
            }

            @Override
            public void close() {
                context.close();
            }
        };
    }
}
