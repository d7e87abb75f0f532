package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** Numbers above all: counters, samples in full precision, a track. */
@CompiledJson
@Json
public class Measurements {
    public String device;
    public long[] counters;
    public int[] histogram;
    public double[] samples;
    public double[] prices;
    public List<Position> track;
}
