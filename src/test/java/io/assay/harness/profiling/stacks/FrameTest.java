package io.assay.harness.profiling.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The same code has the same name in every fork")
class FrameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java/util/HashMap.get_[j]                             | java.util.HashMap.get",
                "java/util/HashMap.get_[i]                             | java.util.HashMap.get",
                "java/util/HashMap.get_[0]                             | java.util.HashMap.get",
                "java/util/HashMap.get_[1]                             | java.util.HashMap.get",
                "P$$Lambda$1.0x00007f1d34003800.run_[j]                | P$$Lambda.run",
                "P$$Lambda$14/0x0000000800c03000.run_[j]               | P$$Lambda.run",
                "P$$Lambda.0x00007f1d34003800.run_[j]                  | P$$Lambda.run",
                "a/P$$Lambda+0x00007f1d34003800.apply_[i]              | a.P$$Lambda.apply",
                "a/P.lambda$load$0_[i]                                 | a.P.lambda$load",
                "a/P.lambda$load$12_[i]                                | a.P.lambda$load",
                "a/P.lambda$static$3_[i]                               | a.P.lambda$static",
                "java/lang/invoke/LambdaForm$MH.0x0000000800c0.invoke_[j] | java.lang.invoke.LambdaForm$MH.invoke",
                "java/lang/invoke/LambdaForm$DMH/0x0000000800c0.x_[j]  | java.lang.invoke.LambdaForm$DMH.x",
                "jdk/internal/reflect/GeneratedMethodAccessor17.invoke_[j] | jdk.internal.reflect.GeneratedMethodAccessor.invoke",
                "com/sun/proxy/$Proxy12.get_[j]                        | com.sun.proxy.$Proxy.get",
                "a/P$Inner$1.m_[j]                                     | a.P$Inner$1.m",
                "a/Version2.to3_[j]                                    | a.Version2.to3"
            })
    void ofJavaWhateverTheJvmCountedUp(String raw, String name) {
        assertEquals(new Frame(name, Frame.Kind.JAVA), Frame.of(raw.strip(), false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock_gettime@@GLIBC_2.17   | clock_gettime",
                "copy.isra.0                 | copy",
                "copy.part.3.constprop.1     | copy",
                "libz.so.1.2.11              | libz.so.1.2.11",
                "CompileBroker::invoke_compiler_on_method | CompileBroker::invoke_compiler_on_method"
            })
    void ofNativeCode(String raw, String name) {
        assertEquals(new Frame(name, Frame.Kind.NATIVE), Frame.of(raw.strip(), true, false));
    }

    @Test
    void kernelAndAllocatedTypesAreKindsOfTheirOwn() {
        assertEquals(new Frame("do_syscall_64", Frame.Kind.KERNEL), Frame.of("do_syscall_64_[k]", true, false));
        assertEquals(new Frame("byte[]", Frame.Kind.TYPE), Frame.of("byte[]_[i]", true, true));
        assertEquals(new Frame("java.lang.String", Frame.Kind.TYPE), Frame.of("java/lang/String_[i]", true, true));
        assertEquals(new Frame("a.P.m", Frame.Kind.JAVA), Frame.of("a/P.m_[i]", false, true), "only a leaf is a type");
    }
}
