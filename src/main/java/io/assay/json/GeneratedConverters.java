package io.assay.json;

/** Finds what the annotation processors made, by its name. */
final class GeneratedConverters {
    /** What the processor appends to a class's name. */
    static final String SUFFIX = "_AssayConverter";

    private GeneratedConverters() {}

    static JsonConverter<?> of(Class<?> type) {
        Class<?> generated =
                find(type, SUFFIX, "is io.assay.json.processor.JsonProcessor on the compiler's processor path");
        try {
            return (JsonConverter<?>) generated.getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new NoConverterException(generated.getName() + " is no converter that the processor made", e);
        }
    }

    static Class<?> find(Class<?> type, String suffix, String mend) {
        String binary = type.getName();
        int dot = binary.lastIndexOf('.');
        String name =
                binary.substring(0, dot + 1) + "_" + binary.substring(dot + 1).replace('$', '_') + suffix;
        try {
            return Class.forName(name, true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NoConverterException(
                    "no converter was generated for " + binary + ": does it wear @CompiledJson, and " + mend + "?", e);
        }
    }
}
