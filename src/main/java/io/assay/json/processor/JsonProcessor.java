package io.assay.json.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Makes a converter for each record, and each class with public fields, that wears DSL-JSON's {@code @CompiledJson}. What it
 * cannot convert is a compiler error at the field.
 *
 * <p>{@code -Aassay.json.skip=pkg.Type,pkg.Outer.Inner} leaves classes out: for those that DSL-JSON's own processor takes and
 * this one cannot.
 */
@SupportedAnnotationTypes(Annotations.CLASS)
@SupportedOptions(JsonProcessor.SKIP)
public final class JsonProcessor extends AbstractProcessor {
    static final String SKIP = "assay.json.skip";

    /** For the compiler, which makes processors by reflection. */
    public JsonProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type && !skips(type, processingEnv)) generate(type);
            }
        }
        // DSL-JSON's own processor may want to see it too.
        return false;
    }

    static boolean skips(TypeElement type, ProcessingEnvironment env) {
        String skipped = env.getOptions().get(SKIP);
        return skipped != null
                && Arrays.stream(skipped.split(","))
                        .anyMatch(name -> type.getQualifiedName().contentEquals(name.strip()));
    }

    private void generate(TypeElement type) {
        Model model;
        try {
            model = Model.of(type, processingEnv);
        } catch (Unsupported e) {
            String mend = " (for addDsl alone, leave the class out: -A" + SKIP + "=" + type.getQualifiedName() + ")";
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage() + mend, e.element());
            return;
        }
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(model.qualifiedConverter(), type)
                .openWriter()) {
            writer.write(new ConverterSource(model).text());
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write a converter: " + e, type);
        }
    }
}
