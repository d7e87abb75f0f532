package io.assay.harness.profiling.fork;

import java.io.IOException;
import java.util.List;

/** A recording under way. */
interface Sampling {
    /** Which sampler, as reports say it. */
    String name();

    /** What is sampled: perhaps less than was asked for. */
    List<SampledEvent> events();

    /** Ends it; the file is then whole. */
    void stop() throws IOException;
}
