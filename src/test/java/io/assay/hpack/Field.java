package io.assay.hpack;

import java.util.ArrayList;
import java.util.List;

/** A header field as tests compare it. */
record Field(String name, String value, boolean secret) {
    static Field of(String name, String value) {
        return new Field(name, value, false);
    }

    /** The name apart, since C.2.3 is the only field of Appendix C that is never indexed. */
    static List<Field> list(String... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1], namesAndValues[i].equals("password")));
        }
        return fields;
    }

    Sensitivity sensitivity() {
        return secret ? Sensitivity.SECRET : Sensitivity.PUBLIC;
    }

    /** RFC 7541 section 4.1. */
    int size() {
        return name.length() + value.length() + 32;
    }
}
