package io.assay.json;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;

/** Fields whose names are of every length that names are compared by, and what its constructor sets. */
@CompiledJson
public class Ordered {
    /** How many were made. */
    public static int made;

    public int first = 1;
    public int n = 2;
    public String abc = "three";
    public boolean four = true;
    public Ordered inner;
    public Long elevenBytes = 6L;
    public String twelveBytes1 = "seven";
    public double thirteenBytes = 8.5;
    public String nineteenBytesLong__ = "nine";
    public int[] twentyBytesLong_____ = {10};
    public String twentyOneBytesLong___ = "eleven";

    @JsonAttribute(name = "größe")
    public int size = 12;

    public Ordered last;

    /** Counts. */
    public Ordered() {
        made++;
    }
}
