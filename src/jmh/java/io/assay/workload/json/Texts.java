package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.List;

/** Strings above all, most of them not ASCII. */
@CompiledJson
@Json
public class Texts {
    @JsonAttribute(index = 0)
    public String id;

    @JsonAttribute(index = 1)
    public List<Paragraph> paragraphs;

    @JsonAttribute(index = 2)
    public List<String> keywords;
}
