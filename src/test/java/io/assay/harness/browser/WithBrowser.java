package io.assay.harness.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser that all of them share, or skips them where none is installed. */
public final class WithBrowser implements ParameterResolver {
    /** For JUnit. */
    public WithBrowser() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "no chromium on the PATH: apt install chromium");
        // The store of all tests: JUnit closes what it holds after the last of them.
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithBrowser.class))
                .computeIfAbsent(Browser.class, type -> start(program.get()), Browser.class);
    }

    private static Browser start(Path program) {
        try {
            return new Browser(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
