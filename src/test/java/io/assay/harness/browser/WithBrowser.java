package io.assay.harness.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser that all of them share, or skips them where none is installed. */
public final class WithBrowser implements ExecutionCondition, ParameterResolver {
    /** For JUnit. */
    public WithBrowser() {}

    /** Before parameters are resolved: what a resolver throws fails the test, an assumption too. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Browser.installed().isPresent()
                ? ConditionEvaluationResult.enabled("a chromium is on the PATH")
                : ConditionEvaluationResult.disabled("no chromium on the PATH: apt install chromium");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path program = Browser.installed().orElseThrow();
        // The store of all tests: JUnit closes what it holds after the last of them.
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithBrowser.class))
                .computeIfAbsent(Browser.class, type -> start(program), Browser.class);
    }

    private static Browser start(Path program) {
        try {
            return new Browser(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
