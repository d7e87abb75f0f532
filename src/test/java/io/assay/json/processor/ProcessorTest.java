package io.assay.json.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.json.JsonCodec;
import io.assay.json.JsonTypes;
import io.assay.json.NoConverterException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the processor makes is compiled and used; what it cannot make is an error of the compiler, with its place. */
class ProcessorTest {
    /** Line 1 of a source is the package's; a {@code #} is a line's end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "@CompiledJson public class A<T> { public int i; }~2~a generic class",
                "@CompiledJson public interface I {}~2~for records and for classes",
                "@CompiledJson public abstract class A { public int i; }~2~not abstract",
                "public class A {#@CompiledJson public class B { public int i; } }~3~must be static",
                "public class A {#@CompiledJson static class B { public B() {} public int i; } }~3~must be public",
                "@CompiledJson public class A { public A(int i) {} }~2~a public constructor without arguments",
                "@CompiledJson public class A {#public A() throws Exception {} }~3~must not declare exceptions",
                "@CompiledJson public class A {#private int i; }~3~i of p.A must be public and not final",
                "@CompiledJson public class A {#public final int i = 1; }~3~i of p.A must be public and not final",
                "@CompiledJson public record A(#@JsonAttribute(ignore = true) int i) {}~3~cannot be left out",
                "@CompiledJson public class A {#public Thread t; }~3~no converter for java.lang.Thread",
                "@CompiledJson public class A {#public float f; }~3~no converter for float",
                "@CompiledJson public class A {#public String[] s; }~3~no converter for java.lang.String[]",
                "@CompiledJson public class A {#public Map<Integer, String> m; }~3~no converter for java.util.Map",
                "@CompiledJson public class A {#public List<?> l; }~3~no converter for",
                "@CompiledJson public class A {#public List<int[][]> l; }~3~no converter for int[][]",
                "@CompiledJson public class A { public int i;#@JsonAttribute(name = \"i\") public int j; }~3~two fields are named \"i\"",
                "@CompiledJson public record A(int i,#@JsonAttribute(name = \"i\") int j) {}~3~two fields are named \"i\"",
                "class S { public int i; }#@CompiledJson public class A extends S { public int i; }~3~i hides a field",
                "class S { private int i; }#@CompiledJson public class A extends S { public int j; }~3~i of p.S must be public",
                "class S { public Thread t; }#@CompiledJson public class A extends S { public int j; }~3~no converter for java.lang.Thread",
                "@CompiledJson public class A { public int i;#@JsonAttribute(name = \"x\") public int getJ() { return 1; } }~3~on a method",
                "@CompiledJson public record A(int i) {#@JsonAttribute(name = \"x\") public int i() { return 1; } }~3~on a method",
                "@CompiledJson public class A {#@JsonAttribute(mandatory = true) public int i; }~3~@JsonAttribute(mandatory = true) is not heeded",
                "@CompiledJson public class A {#@JsonAttribute(nullable = false) public String i; }~3~nullable = false",
                "@CompiledJson public class A {#@JsonAttribute(alternativeNames = {\"j\"}) public int i; }~3~alternativeNames",
                "@CompiledJson public class A {#@JsonAttribute(converter = String.class) public int i; }~3~converter",
                "@CompiledJson public record A(#@JsonAttribute(mandatory = true) int i) {}~3~mandatory",
                "class S { @JsonAttribute(mandatory = true) public int i; }#@CompiledJson public class A extends S {}~3~mandatory",
                "@CompiledJson(onUnknown = CompiledJson.Behavior.FAIL)#public class A { public int i; }~2~onUnknown",
                "@CompiledJson(formats = CompiledJson.Format.ARRAY)#public class A { public int i; }~2~formats",
                "@CompiledJson(formats = {CompiledJson.Format.OBJECT, CompiledJson.Format.ARRAY})#public class A { public int i; }~2~formats",
                "@CompiledJson(objectFormatPolicy = CompiledJson.ObjectFormatPolicy.MINIMAL)#public class A { public int i; }~2~objectFormatPolicy",
                "@CompiledJson(minified = true)#public class A { public int i; }~2~minified",
                "@CompiledJson(discriminator = \"kind\")#public class A { public int i; }~2~discriminator",
                "@CompiledJson(deserializeAs = String.class)#public class A { public int i; }~2~deserializeAs",
                "@CompiledJson(namingStrategy = String.class)#public class A { public int i; }~2~namingStrategy"
            })
    void whatCannotBeConvertedIsAnError(String source, int line, String message) throws Exception {
        Compilation compiled = Compilation.of(List.of(), source.replace('#', '\n'));
        assertEquals(1, compiled.errors.size(), compiled.errors::toString);
        String error = compiled.errors.get(0);
        assertTrue(error.contains(message) && error.contains("-Aassay.json.skip=p."), error);
        // At the member or at the class's head, which javac places at its name or at its annotation.
        assertTrue(error.startsWith(line + ": ") || error.startsWith(line + 1 + ": "), error);
    }

    @Test
    void optionsThatChangeNothingAreTaken() throws Exception {
        Compilation compiled = Compilation.of(
                List.of(),
                "@CompiledJson(formats = CompiledJson.Format.OBJECT, onUnknown = CompiledJson.Behavior.IGNORE,"
                        + " objectFormatPolicy = CompiledJson.ObjectFormatPolicy.FULL, minified = false,"
                        + " typeSignature = CompiledJson.TypeSignature.EXCLUDE)\n"
                        + "public class A { @JsonAttribute(index = 3, hashMatch = false, nullable = true) public int i = 7;"
                        + " @JsonAttribute(name = \"x\", mandatory = false) public int j = 8; }");
        assertEquals("{\"i\":7,\"x\":8}", again(compiled, "{}"));
    }

    /** The base's first, with the types that its variables have here; nothing is lost. */
    @Test
    void inheritedFieldsAreFields() throws Exception {
        Compilation compiled = Compilation.of(
                List.of(),
                "class Root { public static int shared; public int id; }\n"
                        + "class Base<T> extends Root { public List<T> values; public T one; public transient int t; }\n"
                        + "@CompiledJson public class A extends Base<String> { public boolean last; }");
        String document = "{\"id\":3,\"values\":[\"a\"],\"one\":\"b\",\"last\":true}";
        assertEquals(document, again(compiled, document));
    }

    /** Types whose names become one when punctuation is taken from them. */
    @Test
    void helpersDoNotCollide() throws Exception {
        Compilation compiled = Compilation.of(
                List.of(),
                "@CompiledJson public class A { public List<A_B.C> one; public List<A.B_C> two; public A_B.C three;"
                        + " public A.B_C four; public Map<String, List<Integer>> five;"
                        + " public List<Map<String, Integer>> six;\n"
                        + "public enum B_C { X } }",
                "public class A_B { public enum C { Y } }");
        String document = "{\"one\":[\"Y\"],\"two\":[\"X\"],\"three\":\"Y\",\"four\":\"X\",\"five\":{\"a\":[1]},"
                + "\"six\":[{\"b\":2}]}";
        assertEquals(document, again(compiled, document));
    }

    @Test
    void whatIsSkippedIsLeftAlone() throws Exception {
        String a = "@CompiledJson public class A { public Thread t; }";
        String b = "@CompiledJson public class B { public int i; }";
        String c = "@CompiledJson public class C { public A a; }";
        Compilation compiled = Compilation.of(List.of("-Aassay.json.skip=q.X, p.A"), a, b);
        assertEquals(List.of(), compiled.errors);
        assertFalse(compiled.has("p._A_AssayConverter"));
        assertTrue(compiled.has("p._B_AssayConverter"));
        Compilation nested = Compilation.of(List.of("-Aassay.json.skip=p.A"), a, c);
        assertEquals(1, nested.errors.size(), nested.errors::toString);
        assertTrue(nested.errors.get(0).contains("assay.json.skip names it"), nested.errors::toString);
    }

    /** A class that is there and cannot be loaded is a converter that is missing. */
    @Test
    void whatCannotBeLinkedIsATypedException() throws Exception {
        Compilation compiled = Compilation.of(
                List.of(),
                "@CompiledJson public class A { public K k;\n"
                        + "public enum K { X; static { if (true) throw new IllegalStateException(\"no\"); } } }");
        assertEquals(List.of(), compiled.errors);
        NoConverterException e = assertThrows(NoConverterException.class, () -> JsonTypes.of(compiled.load("p.A")));
        assertTrue(e.getCause() instanceof LinkageError, e::getMessage);
        compiled.forget("p._A_AssayConverter");
        NoConverterException missing =
                assertThrows(NoConverterException.class, () -> JsonTypes.of(compiled.load("p.A")));
        assertTrue(missing.getMessage().contains("-proc:full"), missing::getMessage);
    }

    private static String again(Compilation compiled, String document) throws Exception {
        assertEquals(List.of(), compiled.errors);
        Class<?> type = compiled.load("p.A");
        JsonCodec codec = JsonTypes.of(type).newCodec();
        byte[] b = document.getBytes(StandardCharsets.UTF_8);
        Object value = codec.read(b, 0, b.length, type);
        return new String(codec.toBytes(value), StandardCharsets.UTF_8);
    }
}
