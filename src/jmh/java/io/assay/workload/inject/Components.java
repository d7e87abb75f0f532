package io.assay.workload.inject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The component classes of a graph, written when they are asked for, in a class loader of their own: each instance of this
 * has its own classes and its own count of what was made. One thread at a time.
 */
public final class Components {
    /** Components a {@link Maker}: some 5,000 bytes of code a method, where 8,000 are too many for the JIT. */
    static final int CHUNK = 100;

    private final ServiceGraph graph;
    private final ClassLoader loader;
    private final Class<?>[] classes;
    private final Class<?>[][] dependencies;
    private final MadeCount made;
    private final Maker[] makers;
    private final long loadNanos;

    private Components(ServiceGraph graph, ClassLoader loader, int chunks) {
        this.graph = graph;
        this.loader = loader;
        classes = new Class<?>[graph.size()];
        long began = System.nanoTime();
        for (int number = 0; number < classes.length; number++) {
            classes[number] = load(ComponentWriter.internalName(number));
        }
        loadNanos = System.nanoTime() - began;
        made = (MadeCount) instance(load(ComponentWriter.LEDGER));
        dependencies = new Class<?>[classes.length][];
        Arrays.setAll(dependencies, this::dependencyTypes);
        makers = new Maker[chunks];
        Arrays.setAll(makers, i -> (Maker) instance(load(MakerWriter.name(i * CHUNK))));
    }

    /** Writes, loads and initialises the classes of a graph. */
    public static Components of(ServiceGraph graph) {
        Map<String, byte[]> written = new HashMap<>();
        int n = graph.size();
        for (int number = 0; number < n; number++) {
            written.put(
                    ComponentWriter.internalName(number), ComponentWriter.write(number, graph.dependencies()[number]));
        }
        written.put(ComponentWriter.LEDGER, ComponentWriter.writeLedger());
        for (int from = 0; from < n; from += CHUNK) {
            written.put(MakerWriter.name(from), MakerWriter.write(graph, from, Math.min(n, from + CHUNK)));
        }
        return new Components(graph, new Written(written), (n + CHUNK - 1) / CHUNK);
    }

    /** Takes classes that were compiled from {@link ComponentSources}; without {@link Maker}s. */
    public static Components compiled(ServiceGraph graph, ClassLoader loader) {
        return new Components(graph, loader, 0);
    }

    /** Loads and initialises a class that was written or compiled with the components. */
    public Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class was not written: " + name, e);
        }
    }

    /** Makes one by its public constructor without parameters. */
    public static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    /** The graph that they were written for. */
    public ServiceGraph graph() {
        return graph;
    }

    /** Number of components. */
    public int size() {
        return classes.length;
    }

    /** The class of a component; of {@link ServiceGraph#ABSENT}, {@link Absent}. */
    public Class<?> type(int number) {
        return number == ServiceGraph.ABSENT ? Absent.class : classes[number];
    }

    /** The classes of a component's dependencies, in the order of its constructor; not to be written to. */
    public Class<?>[] dependencies(int number) {
        return dependencies[number];
    }

    private Class<?>[] dependencyTypes(int number) {
        return Arrays.stream(graph.dependencies()[number]).mapToObj(this::type).toArray(Class<?>[]::new);
    }

    /** The classes in the order in which a container is told of them. */
    public Class<?>[] inOrder() {
        return Arrays.stream(graph.order()).mapToObj(this::type).toArray(Class<?>[]::new);
    }

    /** The loader of all of them. */
    public ClassLoader loader() {
        return loader;
    }

    /** Nanoseconds that loading, linking and initialising the components took; writing them is not in it. */
    public long loadNanos() {
        return loadNanos;
    }

    /** How many components were made since the last call. */
    public int takeMade() {
        return made.take();
    }

    /** Makes one as a hand-written factory does. */
    public Object make(int number, Object[] dependencies) {
        return makers[number / CHUNK].make(number, dependencies);
    }

    /** Makes all, each when its dependencies are there, by {@code new} and nothing else. */
    public Object[] makeAll() {
        Object[] all = new Object[classes.length];
        for (Maker maker : makers) {
            maker.fill(all);
        }
        return all;
    }

    private static final class Written extends ClassLoader {
        private final Map<String, byte[]> written;

        Written(Map<String, byte[]> written) {
            super(Components.class.getClassLoader());
            this.written = written;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = written.remove(name.replace('.', '/'));
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
