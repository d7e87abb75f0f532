package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;
import java.util.Objects;

/** The message that the reference serialises, deserialises and compares. */
@CompiledJson
@Json
public class ReferenceMessage {
    @JsonAttribute(index = 0)
    public long id;

    @JsonAttribute(index = 1)
    public String val;

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceMessage m && m.id == id && Objects.equals(m.val, val);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, val);
    }
}
