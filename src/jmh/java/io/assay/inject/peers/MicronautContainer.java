package io.assay.inject.peers;

import io.assay.workload.inject.Components;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;

/** Micronaut's context with a bean definition made at run time for each component; asked for every one, as it is lazy. */
final class MicronautContainer implements ContainerAdapter {
    private final Components components;

    MicronautContainer(Components components) {
        this.components = components;
    }

    @Override
    public Components components() {
        return components;
    }

    @Override
    public Running start() {
        ApplicationContext context = ApplicationContext.builder()
                .classLoader(components.loader())
                .deduceEnvironment(false)
                .banner(false)
                .build();
        context.start();
        for (int number : components.graph().order()) {
            register(context, number, components.type(number));
        }
        Running running = new Running() {
            @Override
            public Object get(int number) {
                return context.getBean(components.type(number));
            }

            @Override
            public void close() {
                context.close();
            }
        };
        return Starts.all(components, running);
    }

    private <T> void register(ApplicationContext context, int number, Class<T> type) {
        Class<?>[] wanted = components.dependencies(number);
        context.registerBeanDefinition(RuntimeBeanDefinition.builder(type, () -> {
                    Object[] dependencies = new Object[wanted.length];
                    for (int i = 0; i < wanted.length; i++) {
                        dependencies[i] = context.getBean(wanted[i]);
                    }
                    return type.cast(components.make(number, dependencies));
                })
                .singleton(true)
                .build());
    }
}
