package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A text in one language. */
@CompiledJson
@Json
public class Paragraph {
    public String language;
    public String title;
    public String text;
}
