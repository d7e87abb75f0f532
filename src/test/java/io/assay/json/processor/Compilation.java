package io.assay.json.processor;

import com.dslplatform.json.CompiledJson;
import io.assay.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One run of javac with our processor, from strings to classes, in memory. */
final class Compilation {
    /** Errors as {@code line: message}. */
    final List<String> errors = new ArrayList<>();

    private final Map<String, Memory> files = new LinkedHashMap<>();

    private Compilation() {}

    /** Compiles classes of the package {@code p}; each source is named by its first public type. */
    static Compilation of(List<String> options, String... sources) throws Exception {
        Compilation made = new Compilation();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(
                List.of("-classpath", place(CompiledJson.class) + File.pathSeparator + place(JsonCodec.class)));
        all.addAll(options);
        List<JavaFileObject> units = new ArrayList<>();
        for (String source : sources) {
            String name =
                    source.replaceFirst("(?s).*?public (?:abstract )?(?:class|record|interface|enum) (\\w+).*", "$1");
            Memory unit = new Memory("/p/" + name + ".java", JavaFileObject.Kind.SOURCE);
            unit.bytes.writeBytes(("package p; import com.dslplatform.json.*; import java.util.*;\n" + source)
                    .getBytes(StandardCharsets.UTF_8));
            units.add(unit);
        }
        try (JavaFileManager files = made.manager(compiler)) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, all, null, units);
            task.setProcessors(List.of(new JsonProcessor()));
            task.call();
        }
        for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR)
                made.errors.add(d.getLineNumber() + ": " + d.getMessage(Locale.ROOT));
        }
        return made;
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Loads a class that was compiled; a loader for each call. */
    Class<?> load(String name) throws ClassNotFoundException {
        return new ClassLoader(JsonCodec.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                Memory file = files.get(wanted);
                if (file == null) throw new ClassNotFoundException(wanted);
                byte[] b = file.bytes.toByteArray();
                return defineClass(wanted, b, 0, b.length);
            }
        }.loadClass(name);
    }

    /** Forgets a class, as a build may that copies half of its output. */
    void forget(String name) {
        if (files.remove(name) == null) throw new IllegalArgumentException(name + " is not among " + files.keySet());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    private JavaFileManager manager(JavaCompiler compiler) {
        return new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                Memory file = new Memory("/" + name.replace('.', '/') + kind.extension, kind);
                if (kind == JavaFileObject.Kind.CLASS) files.put(name, file);
                return file;
            }
        };
    }

    private static final class Memory extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Memory(String path, Kind kind) {
            super(URI.create("memory://" + path), kind);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
