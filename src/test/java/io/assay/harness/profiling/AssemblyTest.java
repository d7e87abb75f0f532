package io.assay.harness.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
    @TempDir
    Path folder;

    @Test
    void saysHowToGetPerf() throws IOException {
        assertTrue(
                Assembly.lackOfPerf("Mac OS X", List.of(folder)).orElseThrow().contains("Linux"));
        assertTrue(Assembly.lackOfPerf("Linux", List.of(folder)).orElseThrow().contains("apt install"));
        Path perf = Files.createFile(folder.resolve("perf"));
        assertTrue(perf.toFile().setExecutable(true));
        assertEquals(Optional.empty(), Assembly.lackOfPerf("Linux", List.of(folder)));
    }

    @Test
    void believesTheJvmNotTheFile() {
        assertEquals(Optional.empty(), Assembly.lackOfDisassembler("x\n[Disassembly]\n  mov", folder));
        String lack =
                Assembly.lackOfDisassembler("[MachCode]\n 448b 5608", folder).orElseThrow();
        assertTrue(lack.contains("hsdis") && lack.contains(folder.resolve("lib").toString()), lack);
    }
}
