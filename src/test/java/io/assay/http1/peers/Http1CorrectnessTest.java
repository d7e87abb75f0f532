package io.assay.http1.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.http1.Http1Cells;
import io.assay.http1.Http1Implementation;
import io.assay.http1.Http1ParserBenchmark;
import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Every cell that the benchmark runs gives the right answers; the cells are taken from the benchmark itself. */
class Http1CorrectnessTest {
    private static final Map<Http1Workload, Http1Inputs> INPUTS = new EnumMap<>(Http1Workload.class);

    static Stream<Arguments> cells() throws NoSuchFieldException {
        Object[] workloads = values("workload");
        return Stream.of(values("implementation"))
                .flatMap(i -> Stream.of(workloads).map(w -> Arguments.of(i, w)))
                .filter(cell -> reason(cell.get()[0].toString(), cell.get()[1].toString()) == null);
    }

    /** The values that JMH takes for an enum parameter without a list of its own. */
    private static Object[] values(String parameter) throws NoSuchFieldException {
        var field = Http1ParserBenchmark.class.getField(parameter);
        assertEquals(Param.BLANK_ARGS, field.getAnnotation(Param.class).value()[0], "no list of its own");
        return field.getType().getEnumConstants();
    }

    private static String reason(String implementation, String workload) {
        return new Http1Cells().reasonNotToRun(Map.of("implementation", implementation, "workload", workload));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void parsersFindEverything(Http1Implementation implementation, Http1Workload workload) throws Exception {
        Http1Inputs inputs = INPUTS.computeIfAbsent(workload, Http1Workload::inputs);
        Http1Verifier.verify(implementation.name(), implementation.over(workload, inputs), inputs);
    }

    @Test
    void aWrongMessageIsNoticed() {
        Http1Inputs right = INPUTS.computeIfAbsent(Http1Workload.MINIMAL_GET, Http1Workload::inputs);
        Http1Inputs wrong = Http1Inputs.of(List.of(right.messages(1)));
        Http1Adapter adapter = Http1Implementation.NETTY.over(right.bytes());
        assertThrows(IllegalStateException.class, () -> Http1Verifier.verify("wrong", adapter, wrong));
    }

    @Test
    void whatALibraryHasNotIsDeclared() {
        assertNotNull(reason("TOMCAT", "RESPONSE_HEAD"));
        assertNotNull(reason("BOUND_RAPIDOID", "RESPONSE_HEAD"));
        assertNotNull(reason("BOUND_RAPIDOID", "CHUNKED_UPLOAD"));
        assertNull(reason("TOMCAT", "CHUNKED_UPLOAD"));
        assertNull(reason("ASSAY", "RESPONSE_HEAD"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Http1Implementation.TOMCAT.over(
                        Http1Workload.RESPONSE_HEAD, Http1Workload.RESPONSE_HEAD.inputs()));
    }

    @Test
    void everyImplementationSaysHowItWasSetUp() {
        for (Http1Implementation implementation : Http1Implementation.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
    }
}
