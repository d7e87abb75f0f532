package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** A text in one language. */
@CompiledJson
@Json
public class Paragraph {
    @JsonAttribute(index = 0)
    public String language;

    @JsonAttribute(index = 1)
    public String title;

    @JsonAttribute(index = 2)
    public String text;
}
