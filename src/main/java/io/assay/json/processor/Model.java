package io.assay.json.processor;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a converter has to know of a class. */
record Model(String packageName, String type, String converter, boolean isRecord, List<Field> fields) {
    /**
     * One field or component.
     *
     * @param name in the class
     * @param json in the document
     */
    record Field(String name, String json, Shape shape) {}

    String qualifiedConverter() {
        return packageName.isEmpty() ? converter : packageName + "." + converter;
    }

    /** The converter of another class, by the naming rule that is {@code GeneratedConverters}' too. */
    static String converterOf(TypeElement type, ProcessingEnvironment env) {
        String binary = env.getElementUtils().getBinaryName(type).toString();
        int dot = binary.lastIndexOf('.');
        return binary.substring(0, dot + 1) + "_" + binary.substring(dot + 1).replace('$', '_') + "_AssayConverter";
    }

    static Model of(TypeElement type, ProcessingEnvironment env) throws Unsupported {
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        if (!isRecord) checkClass(type);
        if (!type.getTypeParameters().isEmpty()) throw new Unsupported(type, "a generic class has no one converter");
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC))
                throw new Unsupported(type, "must be public, and what it is in");
        }
        Annotations.check(type, type);
        List<Field> fields = new Members(type, env).collect();
        String qualified = converterOf(type, env);
        int dot = qualified.lastIndexOf('.');
        return new Model(
                dot < 0 ? "" : qualified.substring(0, dot),
                type.getQualifiedName().toString(),
                qualified.substring(dot + 1),
                isRecord,
                fields);
    }

    private static void checkClass(TypeElement type) throws Unsupported {
        if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new Unsupported(type, "a converter is made for records and for classes that are not abstract");
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            throw new Unsupported(type, "must be static");
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (constructor.getParameters().isEmpty()
                    && constructor.getModifiers().contains(Modifier.PUBLIC)) {
                if (constructor.getThrownTypes().isEmpty()) return;
                throw new Unsupported(constructor, "must not declare exceptions: a converter has no place for them");
            }
        }
        throw new Unsupported(type, "needs a public constructor without arguments, or to be a record");
    }
}
