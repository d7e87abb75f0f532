package io.assay.inject.peers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Loads classes that the running JDK compiled from sources. */
final class CompiledSources extends ClassLoader {
    private final Map<String, byte[]> compiled;

    private CompiledSources(Map<String, byte[]> compiled) {
        super(CompiledSources.class.getClassLoader());
        this.compiled = new HashMap<>(compiled);
    }

    /** A loader of what was compiled. */
    static ClassLoader loader(CompileCache.Compiled compiled) {
        return new CompiledSources(compiled.classes());
    }

    /**
     * Compiles sources, by the full names of their classes, with one annotation processor, or takes what was compiled before
     * from the cache.
     *
     * @throws CompilationException if there are errors
     */
    static CompileCache.Compiled compile(Map<String, String> sources, String processor, CompileCache cache) {
        return cache.get(sources, processor, () -> compile(sources, processor));
    }

    /** By way of a folder for temporary files: processors want paths. */
    private static Map<String, byte[]> compile(Map<String, String> sources, String processor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: a JDK is needed");
        }
        Path folder = Files.createTempDirectory("assay-compiled");
        try {
            compile(compiler, sources, List.of("-processor", processor, "-nowarn", "-d", folder.toString()));
            return classes(folder);
        } finally {
            delete(folder);
        }
    }

    private static void compile(JavaCompiler compiler, Map<String, String> sources, List<String> options)
            throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> units = sources.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            if (!compiler.getTask(null, files, diagnostics, options, null, units)
                    .call()) {
                throw new CompilationException(diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(diagnostic -> diagnostic.getMessage(null))
                        .findFirst()
                        .orElse("the compiler gave no reason"));
            }
        }
    }

    private static Map<String, byte[]> classes(Path folder) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String path = folder.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length())
                        .replace('/', '.')
                        .replace('\\', '.');
                classes.put(name, Files.readAllBytes(file));
            }
        }
        return classes;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = compiled.remove(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String name, String code) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
