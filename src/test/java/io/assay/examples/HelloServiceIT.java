package io.assay.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application that depends on the installed artifact alone")
class HelloServiceIT {
    private static final Path SERVICE = Path.of("target/examples/hello-service/target/hello-service");

    @TempDir
    Path temp;

    @Test
    void answersItself() throws Exception {
        Started service = Started.jar(temp, SERVICE.resolve("hello-service.jar"));
        assertEquals(
                new Started(0, "200 {\"text\":\"Hello, world\",\"visitor\":1}" + System.lineSeparator(), ""), service);
    }

    @Test
    void bringsThePrimitivesLibrariesAndNothingElse() throws Exception {
        try (Stream<Path> files = Files.list(SERVICE.resolve("lib"))) {
            List<String> names = files.map(
                            file -> file.getFileName().toString().replaceFirst("-\\d[\\w.]*(-SNAPSHOT)?\\.jar$", ""))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of("agrona", "assay", "dsl-json", "fastutil", "jctools-core", "jctools-core-jdk11"), names);
        }
    }
}
