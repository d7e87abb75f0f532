package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** Strings above all, most of them not ASCII. */
@CompiledJson
@Json
public class Texts {
    public String id;
    public List<Paragraph> paragraphs;
    public List<String> keywords;
}
