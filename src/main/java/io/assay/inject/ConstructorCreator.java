package io.assay.inject;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances by a constructor. What it takes is read once for each class of a JVM. A class of which one or two instances
 * are made is not worth a method handle, whose making costs more than both; from the third on the handle is called, which
 * is a spreader of the same shape for all constructors of as many parameters.
 */
final class ConstructorCreator<T> implements Creator<T> {
    private static final int BY_REFLECTION = 2;
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private static final ClassValue<ConstructorCreator<?>> CREATORS = new ClassValue<>() {
        @Override
        protected ConstructorCreator<?> computeValue(Class<?> type) {
            return new ConstructorCreator<>(type);
        }
    };

    /** What a parameter is given. */
    private enum Given {
        DEPENDENCY,
        SERVICE,
        CONTAINER
    }

    private final Constructor<T> constructor;
    private final Given[] given;
    private final List<Dependency<?>> dependencies;
    // Both may be written by several threads: each value is right, and a handle is immutable.
    private int made;
    private @Nullable MethodHandle handle;

    private ConstructorCreator(Class<T> type) {
        constructor = constructor(type);
        Parameter[] parameters = constructor.getParameters();
        given = new Given[parameters.length];
        dependencies = new ArrayList<>(parameters.length);
        for (int i = 0; i < parameters.length; i++) {
            Class<?> kind = parameters[i].getType();
            given[i] = kind == ServiceContainer.class
                    ? Given.CONTAINER
                    : kind == Service.class ? Given.SERVICE : Given.DEPENDENCY;
            if (given[i] == Given.DEPENDENCY) {
                dependencies.add(dependency(parameters[i]));
            }
        }
    }

    @SuppressWarnings("unchecked") // The value of a class is made of that class.
    static <T> ConstructorCreator<T> of(Class<T> type) {
        return (ConstructorCreator<T>) CREATORS.get(type);
    }

    List<Dependency<?>> dependencies() {
        return Collections.unmodifiableList(dependencies);
    }

    @Override
    @SuppressWarnings("unchecked") // The handle is the constructor's.
    public T create(Creation creation) throws Exception {
        Object[] arguments = arguments((CreationOf) creation);
        MethodHandle known = handle;
        if (known == null) {
            if (made < BY_REFLECTION) {
                made++;
                return byReflection(arguments);
            }
            known = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, given.length)
                    .asType(SPREAD);
            handle = known;
        }
        try {
            return (T) (Object) known.invokeExact(arguments);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
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
        Object[] arguments = new Object[given.length];
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

    private static Dependency<?> dependency(Parameter parameter) {
        Class<?> type = parameter.getType();
        Dependency<?> asked;
        if (type == Optional.class) {
            asked = Dependency.on(element(parameter)).optional();
        } else if (type == List.class) {
            asked = Dependency.on(element(parameter)).all();
        } else if (type.isPrimitive() || type.isArray()) {
            throw new ComponentException("parameter " + parameter + " of "
                    + parameter.getDeclaringExecutable().getDeclaringClass().getName()
                    + " is no service; use a creator, and properties for values");
        } else {
            asked = Dependency.on(type);
        }
        Named named = parameter.getAnnotation(Named.class);
        return named == null ? asked : asked.qualified(named.value());
    }

    private static Class<?> element(Parameter parameter) {
        if (parameter.getParameterizedType() instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (argument instanceof WildcardType wildcard) {
                argument = wildcard.getUpperBounds()[0];
            }
            if (argument instanceof ParameterizedType nested) {
                argument = nested.getRawType();
            }
            if (argument instanceof Class<?> plain) {
                return plain;
            }
        }
        throw new ComponentException("parameter " + parameter + " of "
                + parameter.getDeclaringExecutable().getDeclaringClass().getName()
                + " does not say of which type; write List<Type> or Optional<Type>");
    }
}
