package io.assay.workload.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import io.avaje.jsonb.Json;

/** One record of a list. */
@CompiledJson
@Json
public class Row {
    @JsonAttribute(index = 0)
    public long id;

    @JsonAttribute(index = 1)
    public String name;

    @JsonAttribute(index = 2)
    public boolean active;

    @JsonAttribute(index = 3)
    public int age;

    @JsonAttribute(index = 4)
    public double balance;

    @JsonAttribute(index = 5)
    public String email;

    @JsonAttribute(index = 6)
    public String city;

    @JsonAttribute(index = 7)
    public Long manager;

    @JsonAttribute(index = 8)
    public Status status;
}
