package io.assay.hpack.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.hpack.HpackCells;
import io.assay.hpack.HpackDecodeBenchmark;
import io.assay.hpack.HpackDecoding;
import io.assay.hpack.HpackEncodeBenchmark;
import io.assay.hpack.HpackEncoding;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HpackWorkload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Every cell that the benchmarks run gives the right answers; the cells are taken from the benchmarks themselves. */
class HpackCorrectnessTest {
    private static final Map<HpackWorkload, List<HeaderBlock>> BLOCKS = new EnumMap<>(HpackWorkload.class);
    private static final Map<HpackWorkload, EncodedBlocks> ENCODED = new EnumMap<>(HpackWorkload.class);

    static Stream<Arguments> decodeCells() throws NoSuchFieldException {
        return cells(HpackDecodeBenchmark.class);
    }

    static Stream<Arguments> encodeCells() throws NoSuchFieldException {
        return cells(HpackEncodeBenchmark.class)
                .filter(cell -> reason(cell.get()[0].toString(), cell.get()[1].toString()) == null);
    }

    private static Stream<Arguments> cells(Class<?> benchmark) throws NoSuchFieldException {
        Object[] workloads = values(benchmark, "workload");
        return Stream.of(values(benchmark, "implementation"))
                .flatMap(i -> Stream.of(workloads).map(w -> Arguments.of(i, w)));
    }

    /** The values that JMH takes for an enum parameter without a list of its own. */
    private static Object[] values(Class<?> benchmark, String parameter) throws NoSuchFieldException {
        var field = benchmark.getField(parameter);
        assertEquals(Param.BLANK_ARGS, field.getAnnotation(Param.class).value()[0], "no list of its own");
        return field.getType().getEnumConstants();
    }

    private static String reason(String implementation, String workload) {
        return new HpackCells().reasonNotToRun(Map.of("implementation", implementation, "workload", workload));
    }

    @ParameterizedTest
    @MethodSource("decodeCells")
    void decodersGiveEveryField(HpackDecoding implementation, HpackWorkload workload) throws Exception {
        List<HeaderBlock> blocks = BLOCKS.computeIfAbsent(workload, HpackWorkload::blocks);
        EncodedBlocks encoded = ENCODED.computeIfAbsent(workload, w -> EncodedBlocks.reference(blocks));
        HpackDecoderAdapter decoder = implementation.over(encoded.bytes());
        HpackVerifier.verify(implementation.name(), decoder, encoded, blocks);
    }

    @ParameterizedTest
    @MethodSource("encodeCells")
    void encodersLoseNoField(HpackEncoding implementation, HpackWorkload workload) throws Exception {
        List<HeaderBlock> blocks = BLOCKS.computeIfAbsent(workload, HpackWorkload::blocks);
        HpackEncoderAdapter encoder = implementation.over(blocks);
        for (int round = 0; round < 2; round++) {
            HpackVerifier.verify(implementation.name(), encoder, blocks);
        }
    }

    @Test
    void aWrongFieldIsNoticed() throws Exception {
        List<HeaderBlock> blocks = HpackWorkload.GRPC.blocks();
        List<HeaderBlock> others = HpackWorkload.API_RESPONSES.blocks();
        EncodedBlocks encoded = EncodedBlocks.reference(others);
        HpackDecoderAdapter decoder = HpackDecoding.NETTY.over(encoded.bytes());
        assertThrows(IllegalStateException.class, () -> HpackVerifier.verify("wrong", decoder, encoded, blocks));
    }

    @Test
    void whatCannotBeEncodedAlikeIsDeclared() {
        assertNotNull(reason("JETTY", "NEVER_INDEXED"));
        assertNull(reason("JETTY", "GRPC"));
        assertNull(reason("NETTY", "NEVER_INDEXED"));
    }

    @Test
    void everyImplementationSaysHowItWasSetUp() {
        for (HpackDecoding implementation : HpackDecoding.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
        for (HpackEncoding implementation : HpackEncoding.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
    }
}
