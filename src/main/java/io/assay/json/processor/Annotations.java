package io.assay.json.processor;

import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * DSL-JSON's annotations. Options that our converters do not heed are refused: a document that silently means something else
 * is worse than none.
 */
final class Annotations {
    static final String CLASS = "com.dslplatform.json.CompiledJson";
    static final String FIELD = "com.dslplatform.json.JsonAttribute";

    /** Heeded, or of no consequence for what a document means. */
    private static final Set<String> TAKEN = Set.of("name", "ignore", "index", "hashMatch");

    /** Values that ask for what is done anyway. */
    private static final Map<String, String> DONE_ANYWAY = Map.of(
            "onUnknown", "IGNORE",
            "typeSignature", "EXCLUDE",
            "objectFormatPolicy", "FULL",
            "includeToMinimal", "ALWAYS");

    private Annotations() {}

    static boolean has(Element element, String annotation) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> is(mirror, annotation));
    }

    private static boolean is(AnnotationMirror mirror, String annotation) {
        return mirror.getAnnotationType().toString().equals(annotation);
    }

    /** An option of {@code @JsonAttribute} that was set, or the empty string. */
    static Object option(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (!is(mirror, FIELD)) continue;
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> set :
                    mirror.getElementValues().entrySet()) {
                if (set.getKey().getSimpleName().contentEquals(name))
                    return set.getValue().getValue();
            }
        }
        return "";
    }

    /**
     * Refuses options that would have to change what is written or read.
     *
     * @param element wears the annotation
     * @param at where the compiler is to point at
     */
    static void check(Element element, Element at) throws Unsupported {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (!is(mirror, CLASS) && !is(mirror, FIELD)) continue;
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> set :
                    mirror.getElementValues().entrySet()) {
                String option = set.getKey().getSimpleName().toString();
                if (TAKEN.contains(option) || isDefault(set.getKey(), set.getValue())) continue;
                String value = set.getValue().toString();
                // Some compilers print a constant with its class.
                if (value.substring(value.lastIndexOf('.') + 1).equals(DONE_ANYWAY.get(option))) continue;
                throw new Unsupported(
                        at,
                        "@" + mirror.getAnnotationType().asElement().getSimpleName() + "(" + option + " = " + value
                                + ") is not heeded by this converter");
            }
        }
    }

    private static boolean isDefault(ExecutableElement option, AnnotationValue value) {
        AnnotationValue standard = option.getDefaultValue();
        return standard != null && standard.toString().equals(value.toString());
    }
}
