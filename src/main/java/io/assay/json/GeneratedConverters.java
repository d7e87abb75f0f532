package io.assay.json;

/** Finds what the annotation processors made, by its name. */
final class GeneratedConverters {
    /** What the processor appends to a class's name. */
    static final String SUFFIX = "_AssayConverter";

    private GeneratedConverters() {}

    static JsonConverter<?> of(Class<?> type) {
        Class<?> generated = find(type, SUFFIX, "io.assay.json.processor.JsonProcessor");
        try {
            return (JsonConverter<?>) generated.getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new NoConverterException(
                    generated.getName() + " is no converter that the processor made, or cannot be loaded: " + e, e);
        }
    }

    /** The class that a processor made; it is loaded, not yet initialized. */
    static Class<?> find(Class<?> type, String suffix, String processor) {
        String binary = type.getName();
        int dot = binary.lastIndexOf('.');
        String name =
                binary.substring(0, dot + 1) + "_" + binary.substring(dot + 1).replace('$', '_') + suffix;
        try {
            return Class.forName(name, false, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NoConverterException(
                    "no converter was generated for " + binary + ": does it wear @CompiledJson, and did " + processor
                            + " run? From JDK 23 on javac runs none that it merely finds on the class path: -processor, "
                            + "-processorpath or -proc:full",
                    e);
        } catch (LinkageError e) {
            throw new NoConverterException(name + " cannot be loaded: " + e, e);
        }
    }
}
