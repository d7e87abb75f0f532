package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** One record of a list. */
@CompiledJson
@Json
public class Row {
    public long id;
    public String name;
    public boolean active;
    public int age;
    public double balance;
    public String email;
    public String city;
    public Long manager;
    public Status status;
}
