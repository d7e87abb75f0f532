package io.assay.fuzz;

import io.assay.hpack.HpackDecoderFuzz;
import io.assay.hpack.HpackEncoderFuzz;
import io.assay.http1.Http1BodyFuzz;
import io.assay.http1.Http1RequestFuzz;
import io.assay.http1.Http1ResponseFuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is fuzzed: a class with Jazzer's {@code fuzzerTestOneInput}, and where its inputs come from. */
public enum FuzzTarget {
    /** HPACK blocks and settings of a connection. */
    HPACK_DECODER(HpackDecoderFuzz.class, HpackDecoderFuzz::fuzzerTestOneInput, HpackDecoderFuzz::seeds),
    /** Header lists and settings of a connection. */
    HPACK_ENCODER(HpackEncoderFuzz.class, HpackEncoderFuzz::fuzzerTestOneInput, HpackEncoderFuzz::seeds),
    /** Requests on a connection. */
    HTTP1_REQUEST(Http1RequestFuzz.class, Http1RequestFuzz::fuzzerTestOneInput, Http1RequestFuzz::seeds),
    /** Responses on a connection. */
    HTTP1_RESPONSE(Http1ResponseFuzz.class, Http1ResponseFuzz::fuzzerTestOneInput, Http1ResponseFuzz::seeds),
    /** A body, chunked above all. */
    HTTP1_BODY(Http1BodyFuzz.class, Http1BodyFuzz::fuzzerTestOneInput, Http1BodyFuzz::seeds);

    private final Class<?> type;
    private final Consumer<byte[]> target;
    private final Supplier<List<byte[]>> generated;

    FuzzTarget(Class<?> type, Consumer<byte[]> target, Supplier<List<byte[]>> generated) {
        this.type = type;
        this.target = target;
        this.generated = generated;
    }

    Class<?> type() {
        return type;
    }

    void run(byte[] input) {
        target.accept(input);
    }

    /** The resource of inputs written by hand, and of those that once found a defect. */
    String resource() {
        return "/fuzz/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** The seed corpus. */
    List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(SeedFile.read(resource()));
        seeds.addAll(generated.get());
        return seeds;
    }
}
