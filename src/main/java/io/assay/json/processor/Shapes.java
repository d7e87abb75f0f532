package io.assay.json.processor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the {@link Shape} of a type; what has none is a compiler error. */
final class Shapes {
    /** Types that {@code JsonOutput} and {@code JsonInput} know, null included: the name in their methods' names. */
    private static final Map<String, String> NULLABLE = Map.of(
            "java.lang.String", "Nullable",
            "long[]", "Longs",
            "int[]", "Ints",
            "double[]", "Doubles");

    private static final Map<String, String> PRIMITIVE =
            Map.of("int", "Int", "long", "Long", "double", "Double", "boolean", "Boolean");

    private static final Map<String, String> REFERENCE = Map.of(
            "java.lang.Integer", "Int",
            "java.lang.Long", "Long",
            "java.lang.Double", "Double",
            "java.lang.Boolean", "Boolean",
            "java.math.BigDecimal", "BigDecimal",
            "java.math.BigInteger", "BigInteger");

    private final ProcessingEnvironment env;
    private final Map<String, Integer> ids = new HashMap<>();

    Shapes(ProcessingEnvironment env) {
        this.env = env;
    }

    Shape of(Element at, TypeMirror mirror) throws Unsupported {
        String type = name(mirror);
        if (NULLABLE.containsKey(type)) return simple(type, NULLABLE.get(type));
        if (PRIMITIVE.containsKey(type)) return simple(type, PRIMITIVE.get(type));
        if (REFERENCE.containsKey(type)) {
            String method = REFERENCE.get(type);
            return nullable(type, "out.write" + method + "($)", "in.read" + method + "()", Set.of());
        }
        if (type.equals("java.lang.Object")) {
            String any = "io.assay.json.AnyConverter.INSTANCE.";
            return new Shape(type, any + "writeNullable(out, $);", any + "readNullable(in)", Set.of());
        }
        if (mirror instanceof DeclaredType declared) return declared(at, declared, type);
        throw unsupported(at, type);
    }

    /** Without annotations, which a type's own text would have. */
    private static String name(TypeMirror mirror) {
        if (mirror instanceof ArrayType array) return name(array.getComponentType()) + "[]";
        if (!(mirror instanceof DeclaredType declared))
            return mirror.getKind().name().toLowerCase(Locale.ROOT);
        String raw = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        List<String> arguments =
                declared.getTypeArguments().stream().map(Shapes::name).toList();
        return arguments.isEmpty() ? raw : raw + "<" + String.join(", ", arguments) + ">";
    }

    private static Shape simple(String type, String method) {
        return new Shape(type, "out.write" + method + "($);", "in.read" + method + "()", Set.of());
    }

    private static Shape nullable(String type, String write, String read, Set<String> helpers) {
        return new Shape(
                type, "if ($ == null) out.writeNull(); else " + write + ";", "in.readNull() ? null : " + read, helpers);
    }

    private Shape declared(Element at, DeclaredType declared, String type) throws Unsupported {
        TypeElement element = (TypeElement) declared.asElement();
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        switch (element.getQualifiedName().toString()) {
            case "java.util.List" -> {
                if (arguments.size() == 1) return list(type, of(at, arguments.get(0)));
            }
            case "java.util.Map" -> {
                if (arguments.size() == 2 && name(arguments.get(0)).equals("java.lang.String")) {
                    return map(type, of(at, arguments.get(1)));
                }
            }
            default -> {
                if (element.getKind() == ElementKind.ENUM) return constants(type);
                if (Annotations.has(element, Annotations.CLASS)) {
                    if (JsonProcessor.skips(element, env)) {
                        throw new Unsupported(at, type + " has no converter: " + JsonProcessor.SKIP + " names it");
                    }
                    String converter = Model.converterOf(element, env) + ".INSTANCE";
                    return nullable(type, converter + ".write(out, $)", converter + ".read(in)", Set.of());
                }
            }
        }
        throw unsupported(at, type);
    }

    private static Unsupported unsupported(Element at, String type) {
        return new Unsupported(
                at,
                "no converter for " + type + ": annotate its class with @CompiledJson, or use a type that"
                        + " docs/json.md lists");
    }

    /** Numbers, not what a type's name could be made: {@code a.b_c} and {@code a_b.c} would be one. */
    private int id(String type) {
        return ids.computeIfAbsent(type, t -> ids.size());
    }

    private Shape constants(String type) {
        String names = "NAMES_OF_" + id(type);
        return nullable(
                type,
                "out.writeString($.name())",
                "in.readEnum(" + names + ")",
                Set.of("private static final io.assay.json.EnumNames<" + type + "> " + names
                        + " = io.assay.json.EnumNames.of(" + type + ".values());"));
    }

    private Shape list(String type, Shape element) {
        int id = id(type);
        Set<String> helpers = new LinkedHashSet<>(element.helpers());
        helpers.add("""
                private static void write_%1$s(JsonOutput out, %2$s list) throws JsonException {
                        out.openArray();
                        // An iterator is not always removed by the compiler.
                        boolean random = list instanceof java.util.RandomAccess;
                        for (int i = 0; random && i < list.size(); i++) {
                            if (i > 0) out.comma();
                            %3$s e = list.get(i);
                            %4$s
                        }
                        if (!random) {
                            boolean first = true;
                            for (%3$s e : list) {
                                if (!first) out.comma();
                                first = false;
                                %4$s
                            }
                        }
                        out.closeArray();
                    }

                    private static %2$s read_%1$s(JsonInput in) throws JsonException {
                        %2$s list = new java.util.ArrayList<>();
                        in.openArray();
                        if (in.firstElement()) {
                            do {
                                list.add(%5$s);
                            } while (in.nextElement());
                        }
                        return list;
                    }
                """.formatted(id, type, element.type(), element.write("e"), element.reader())
                .strip());
        return nullable(type, "write_" + id + "(out, $)", "read_" + id + "(in)", helpers);
    }

    private Shape map(String type, Shape value) {
        int id = id(type);
        Set<String> helpers = new LinkedHashSet<>(value.helpers());
        helpers.add("""
                private static void write_%1$s(JsonOutput out, %2$s map) throws JsonException {
                        if (map.isEmpty()) {
                            out.emptyObject();
                            return;
                        }
                        out.openObject();
                        boolean first = true;
                        for (java.util.Map.Entry<String, %3$s> entry : map.entrySet()) {
                            out.name(entry.getKey(), first);
                            first = false;
                            %3$s e = entry.getValue();
                            %4$s
                        }
                        out.closeObject();
                    }

                    private static %2$s read_%1$s(JsonInput in) throws JsonException {
                        %2$s map = new java.util.LinkedHashMap<>();
                        in.openObject();
                        for (String key = in.nextKey(); key != null; key = in.nextKey()) map.put(key, %5$s);
                        return map;
                    }
                """.formatted(id, type, value.type(), value.write("e"), value.reader())
                .strip());
        return nullable(type, "write_" + id + "(out, $)", "read_" + id + "(in)", helpers);
    }
}
