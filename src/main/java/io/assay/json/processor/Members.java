package io.assay.json.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Collects the components of a record, or the public fields of a class and of those that it extends, these before its own. */
final class Members {
    private final TypeElement type;
    private final ProcessingEnvironment env;
    private final Shapes shapes;
    private final List<Model.Field> fields = new ArrayList<>();
    private final Map<String, Element> names = new HashMap<>();

    Members(TypeElement type, ProcessingEnvironment env) {
        this.type = type;
        this.env = env;
        shapes = new Shapes(env);
    }

    List<Model.Field> collect() throws Unsupported {
        if (type.getKind() == ElementKind.RECORD) {
            List<VariableElement> fieldsOfRecord = ElementFilter.fieldsIn(type.getEnclosedElements());
            Set<String> annotated = new HashSet<>();
            for (Element component : type.getRecordComponents()) {
                Element wears = component(component, fieldsOfRecord);
                // The annotation is copied to the accessor.
                if (Annotations.has(wears, Annotations.FIELD)) {
                    annotated.add(component.getSimpleName().toString());
                }
            }
            refuseAnnotatedMethods(type, annotated);
        } else {
            inherited((DeclaredType) type.asType());
        }
        return fields;
    }

    /** Annotations of a component lie on the field too, where {@code @JsonAttribute} may stand. */
    private Element component(Element component, List<VariableElement> fieldsOfRecord) throws Unsupported {
        Element annotated = component;
        for (VariableElement field : fieldsOfRecord) {
            if (field.getSimpleName().equals(component.getSimpleName())) annotated = field;
        }
        if (ignored(annotated)) throw new Unsupported(annotated, "a record's component cannot be left out");
        // The compiler knows the place of the field, not everywhere that of the component.
        add(annotated, component.asType());
        return annotated;
    }

    private void inherited(DeclaredType from) throws Unsupported {
        TypeElement declaring = (TypeElement) from.asElement();
        if (declaring.getSuperclass() instanceof DeclaredType above) inherited(above);
        for (VariableElement field : ElementFilter.fieldsIn(declaring.getEnclosedElements())) {
            Set<Modifier> modifiers = field.getModifiers();
            if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT) || ignored(field))
                continue;
            if (!modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.FINAL)) {
                throw new Unsupported(
                        at(field),
                        field.getSimpleName() + " of " + declaring.getQualifiedName()
                                + " must be public and not final, or static, transient or ignored");
            }
            // What is T in a generic class has a type here.
            add(field, env.getTypeUtils().asMemberOf((DeclaredType) type.asType(), field));
        }
        refuseAnnotatedMethods(declaring, Set.of());
    }

    private void add(Element field, TypeMirror fieldType) throws Unsupported {
        Annotations.check(field, at(field));
        String name = field.getSimpleName().toString();
        String json = Annotations.option(field, "name") instanceof String s && !s.isEmpty() ? s : name;
        if (fields.stream().anyMatch(before -> before.name().equals(name))) {
            throw new Unsupported(at(field), name + " hides a field of a class that this one extends");
        }
        Element other = names.putIfAbsent(json, field);
        if (other != null) throw new Unsupported(at(field), "two fields are named \"" + json + "\"");
        fields.add(new Model.Field(name, json, shapes.of(at(field), fieldType)));
    }

    /** A getter's annotation would be lost: fields and components alone are looked at. */
    private void refuseAnnotatedMethods(TypeElement declaring, Set<String> accessors) throws Unsupported {
        for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
            if (accessors.contains(method.getSimpleName().toString())) continue;
            if (Annotations.has(method, Annotations.FIELD)) {
                throw new Unsupported(at(method), "@JsonAttribute on a method is not heeded: put it on a public field");
            }
        }
    }

    /** Elements of other source files, or of none, cannot be pointed at: then the class. */
    private Element at(Element member) {
        return type.equals(member.getEnclosingElement()) ? member : type;
    }

    private static boolean ignored(Element field) {
        return Boolean.TRUE.equals(Annotations.option(field, "ignore"));
    }
}
