package io.assay.inject;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;

/** What a constructor's parameter asks for. */
final class ConstructorParameter {
    private ConstructorParameter() {}

    /** Without a {@link Parameter} where it can be, which is dear: thousands are read at the start of a large container. */
    static Dependency<?> dependency(Constructor<?> constructor, int index, Class<?> type, Annotation[] annotations) {
        Dependency<?> asked;
        if (type == Optional.class) {
            asked = Dependency.on(element(constructor, index)).optional();
        } else if (type == List.class) {
            asked = Dependency.on(element(constructor, index)).all();
        } else if (type.isPrimitive() || type.isArray()) {
            throw new ComponentException(
                    called(constructor, index) + " is no service; use a creator, and properties for values");
        } else {
            asked = Dependency.on(type);
        }
        for (Annotation annotation : annotations) {
            if (annotation instanceof Named named) {
                return asked.qualified(named.value());
            }
        }
        return asked;
    }

    private static Class<?> element(Constructor<?> constructor, int index) {
        if (constructor.getParameters()[index].getParameterizedType() instanceof ParameterizedType generic) {
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
        throw new ComponentException(
                called(constructor, index) + " does not say of which type; write List<Type> or Optional<Type>");
    }

    private static String called(Constructor<?> constructor, int index) {
        return "parameter " + constructor.getParameters()[index] + " of "
                + constructor.getDeclaringClass().getName();
    }
}
