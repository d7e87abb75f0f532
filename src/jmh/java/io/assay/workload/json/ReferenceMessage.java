package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.Objects;

/** The message that the reference serialises, deserialises and compares. */
@CompiledJson
@Json
public class ReferenceMessage {
    public long id;
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
