package io.assay.json.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Makes a converter for each record, and each class with public fields, that wears DSL-JSON's {@code @CompiledJson}. What it
 * cannot convert is a compiler error at the field.
 */
@SupportedAnnotationTypes(JsonProcessor.ANNOTATION)
public final class JsonProcessor extends AbstractProcessor {
    static final String ANNOTATION = "com.dslplatform.json.CompiledJson";

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
                if (element instanceof TypeElement type) generate(type);
            }
        }
        // DSL-JSON's own processor may want to see it too.
        return false;
    }

    private void generate(TypeElement type) {
        Model model;
        try {
            model = Model.of(type, processingEnv);
        } catch (Unsupported e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
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
