package io.assay.inject;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances by a constructor. What it takes is read once for each class of a JVM. A class of which one or two instances
 * are made is not worth a method handle, whose making costs more than both; from the third on the handle is called, which
 * is a spreader of the same shape for all constructors of as many parameters.
 */
final class ConstructorCreator<T> implements Creator<T> {
    private static final int BY_REFLECTION = 2;
    /**
     * After 127 calls the JDK writes a class for a handle that is no constant. For thousands of constructors, each called once
     * a start, that is thousands of classes which are interpreted. A new spreader is counted anew, and shares its code with all.
     */
    private static final int CALLS = 120;

    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<ConstructorCreator<?>> CREATORS = new ClassValue<>() {
        @Override
        protected ConstructorCreator<?> computeValue(Class<?> type) {
            return new ConstructorCreator<>(type);
        }
    };

    /** Of parameters that the compiler added to a class inside a method, whose annotations Java does not tell. */
    private static final Annotation[] NONE = {};

    /** What a parameter is given. */
    private enum Given {
        DEPENDENCY,
        SERVICE,
        CONTAINER
    }

    private final Constructor<T> constructor;
    private final int count;
    /** Null if all parameters are dependencies. */
    private final Given @Nullable [] given;

    private final Dependency<?>[] dependencies;
    private final Component<T> component;
    // May be written by several threads: the counts need not be exact, and handles are immutable.
    private int made;
    private int calls;
    private @Nullable MethodHandle handle;
    private @Nullable MethodHandle spreader;

    private ConstructorCreator(Class<T> type) {
        constructor = constructor(type);
        Class<?>[] types = constructor.getParameterTypes();
        Given[] all = new Given[types.length];
        Dependency<?>[] asked = new Dependency<?>[types.length];
        Annotation[][] annotations = constructor.getParameterAnnotations();
        int asks = 0;
        for (int i = 0; i < types.length; i++) {
            all[i] = types[i] == ServiceContainer.class
                    ? Given.CONTAINER
                    : types[i] == Service.class ? Given.SERVICE : Given.DEPENDENCY;
            if (all[i] == Given.DEPENDENCY) {
                asked[asks++] = ConstructorParameter.dependency(
                        constructor, i, types[i], i < annotations.length ? annotations[i] : NONE);
            }
        }
        count = types.length;
        given = asks == count ? null : all;
        dependencies = asks == count ? asked : Arrays.copyOf(asked, asks);
        component = new Component<>(new ComponentBuilder<>(type, this));
        // Each class begins elsewhere: the spreaders of a large container are not all renewed in one of its starts.
        calls = Math.floorMod(type.getName().hashCode(), CALLS);
    }

    @SuppressWarnings("unchecked") // The value of a class is made of that class.
    static <T> ConstructorCreator<T> of(Class<T> type) {
        return (ConstructorCreator<T>) CREATORS.get(type);
    }

    /** Not to be written to. */
    Dependency<?>[] dependencies() {
        return dependencies;
    }

    /** What is made by this constructor, and described by nothing else. */
    Component<T> component() {
        return component;
    }

    @Override
    @SuppressWarnings("unchecked") // The handle is the constructor's.
    public T create(Creation creation) throws Exception {
        Object[] arguments = arguments((CreationOf) creation);
        if (made < BY_REFLECTION) {
            made++;
            return byReflection(arguments);
        }
        MethodHandle known = spreader;
        if (known == null) {
            known = renewed();
        } else if (++calls >= CALLS) {
            calls = 0;
            known = renewed();
        }
        try {
            return (T) (Object) known.invokeExact(arguments);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private MethodHandle renewed() throws IllegalAccessException {
        MethodHandle own = handle;
        if (own == null) {
            own = MethodHandles.lookup().unreflectConstructor(constructor);
            handle = own;
        }
        MethodHandle fresh = own.asSpreader(Object[].class, count).asType(SPREAD);
        spreader = fresh;
        return fresh;
    }

    private T byReflection(Object[] arguments) throws Exception {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof Exception exception ? exception : thrown;
        }
    }

    private Object[] arguments(CreationOf creation) {
        Object[] arguments = new Object[count];
        if (given == null) {
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = creation.argument(i);
            }
            return arguments;
        }
        int next = 0;
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = switch (given[i]) {
                case DEPENDENCY -> creation.argument(next++);
                case SERVICE -> creation.service();
                case CONTAINER -> creation.container();
            };
        }
        return arguments;
    }

    @SuppressWarnings("unchecked") // The constructors of a class make instances of it.
    private static <T> Constructor<T> constructor(Class<T> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            throw new ComponentException(
                    type.getName() + " has no instances of its own; name a class that implements it");
        }
        Constructor<?>[] all = type.getDeclaredConstructors();
        Constructor<?> chosen = null;
        if (all.length == 1) {
            chosen = all[0];
        } else if (type.isRecord()) {
            chosen = canonical(type, all);
        }
        if (chosen == null) {
            throw new ComponentException(type.getName() + " has " + all.length
                    + " constructors; say which by a creator: Component.of(type, creation -> new ...)");
        }
        if (!chosen.trySetAccessible()) {
            throw new ComponentException(
                    type.getName() + " keeps its constructor from io.assay.inject; open its package, or use a creator");
        }
        return (Constructor<T>) chosen;
    }

    private static @Nullable Constructor<?> canonical(Class<?> type, Constructor<?>[] all) {
        var components = type.getRecordComponents();
        for (Constructor<?> one : all) {
            Class<?>[] parameters = one.getParameterTypes();
            boolean same = parameters.length == components.length;
            for (int i = 0; same && i < parameters.length; i++) {
                same = parameters[i] == components[i].getType();
            }
            if (same) {
                return one;
            }
        }
        return null;
    }
}
