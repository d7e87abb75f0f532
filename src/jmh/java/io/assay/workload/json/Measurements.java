package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.List;

/** Numbers above all: counters, samples in full precision, a track. */
@CompiledJson
@Json
public class Measurements {
    @JsonAttribute(index = 0)
    public String device;

    @JsonAttribute(index = 1)
    public long[] counters;

    @JsonAttribute(index = 2)
    public int[] histogram;

    @JsonAttribute(index = 3)
    public double[] samples;

    @JsonAttribute(index = 4)
    public double[] prices;

    @JsonAttribute(index = 5)
    public List<Position> track;
}
