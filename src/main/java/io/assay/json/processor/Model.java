package io.assay.json.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a converter has to know of a class. */
record Model(String packageName, String type, String converter, boolean isRecord, List<Field> fields) {
    private static final String ATTRIBUTE = "com.dslplatform.json.JsonAttribute";

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

    static boolean isAnnotated(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(annotation));
    }

    static Model of(TypeElement type, ProcessingEnvironment env) throws Unsupported {
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        if (!isRecord) checkClass(type);
        if (!type.getTypeParameters().isEmpty()) throw new Unsupported(type, "a generic class has no one converter");
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC))
                throw new Unsupported(type, "must be public, and what it is in");
        }
        Shapes shapes = new Shapes(env);
        List<Field> fields = new ArrayList<>();
        for (Element field : isRecord ? type.getRecordComponents() : publicFields(type)) {
            Element annotated = isRecord ? fieldOf(type, field) : field;
            if (ignored(annotated)) {
                if (isRecord) throw new Unsupported(field, "a record's component cannot be left out");
                continue;
            }
            fields.add(
                    new Field(field.getSimpleName().toString(), jsonName(annotated), shapes.of(field, field.asType())));
        }
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
                    && constructor.getModifiers().contains(Modifier.PUBLIC)) return;
        }
        throw new Unsupported(type, "needs a public constructor without arguments, or to be a record");
    }

    private static List<? extends Element> publicFields(TypeElement type) throws Unsupported {
        List<Element> fields = new ArrayList<>();
        for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            Set<Modifier> modifiers = field.getModifiers();
            if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT) || ignored(field))
                continue;
            if (!modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.FINAL)) {
                throw new Unsupported(field, "must be public and not final, or static, transient or ignored");
            }
            fields.add(field);
        }
        return fields;
    }

    /** Annotations of a component lie on the field too, where {@code @JsonAttribute} may stand. */
    private static Element fieldOf(TypeElement type, Element component) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(Element.class::cast)
                .findFirst()
                .orElse(component);
    }

    private static boolean ignored(Element field) {
        return Boolean.TRUE.equals(attribute(field, "ignore"));
    }

    private static String jsonName(Element field) {
        Object name = attribute(field, "name");
        return name instanceof String s && !s.isEmpty()
                ? s
                : field.getSimpleName().toString();
    }

    private static Object attribute(Element field, String name) {
        for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
            if (!mirror.getAnnotationType().toString().equals(ATTRIBUTE)) continue;
            for (var value : mirror.getElementValues().entrySet()) {
                AnnotationValue found = value.getValue();
                if (value.getKey().getSimpleName().contentEquals(name)) return found.getValue();
            }
        }
        return "";
    }
}
