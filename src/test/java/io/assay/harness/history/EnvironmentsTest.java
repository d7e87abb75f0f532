package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    @SafeVarargs
    private static List<Integer> numbers(Map<String, String>... environments) {
        Environments sorted = new Environments();
        return Stream.of(environments)
                .map(environment -> sorted.of(Made.point(0, environment, 1)))
                .toList();
    }

    @Test
    void machinesThatTakeTurnsKeepTheirNumbers() {
        Map<String, String> one = Map.of("cpu", "1");
        Map<String, String> two = Map.of("cpu", "2");
        Map<String, String> three = Map.of("cpu", "3");
        assertEquals(List.of(0, 1, 0, 1, 2, 1), numbers(one, two, one, two, three, two));
    }

    @Test
    void whatIsNotKnownIsNoDifference() {
        assertEquals(
                List.of(0, 0, 1, 1),
                numbers(
                        Map.of("jdk", "17"),
                        Map.of("heap", "1g"),
                        Map.of("jdk", "21"),
                        Map.of("jdk", "21", "os", "linux")));
    }

    @Test
    void whatALaterRunTellsIsKnownOfItsEnvironmentFromThenOn() {
        assertEquals(
                List.of(0, 0, 1, 0),
                numbers(
                        Map.of("cpu", "1"),
                        Map.of("cpu", "1", "os", "linux"),
                        Map.of("cpu", "1", "os", "bsd"),
                        Map.of("os", "linux")));
        assertEquals(
                List.of(0, 1, 1, 2),
                numbers(
                        Map.of("cpu", "1"),
                        Map.of("cpu", "2"),
                        Map.of("cpu", "2", "os", "linux"),
                        Map.of("cpu", "2", "os", "bsd")));
    }

    @Test
    void differencesAreToldByName() {
        assertEquals(
                List.of("cpu: 1, 2", "os: linux, bsd"),
                Environments.differences(
                        Map.of("os", "linux", "cpu", "1", "jdk", "17", "heap", "1g"),
                        Map.of("cpu", "2", "os", "bsd", "jdk", "17", "flags", "-Xint")));
    }
}
