package io.assay.workload;

import java.util.ArrayList;
import java.util.List;

/** Collects the fields of one message. */
final class HeaderFields {
    private final List<HeaderField> fields = new ArrayList<>();

    static HeaderFields request(String method, String authority, String path) {
        return new HeaderFields()
                .add(":method", method)
                .add(":authority", authority)
                .add(":scheme", "https")
                .add(":path", path);
    }

    static HeaderFields response(String status) {
        return new HeaderFields().add(":status", status);
    }

    HeaderFields add(String name, String value) {
        fields.add(new HeaderField(name, value));
        return this;
    }

    HeaderFields addIf(boolean present, String name, String value) {
        return present ? add(name, value) : this;
    }

    HeaderFields secret(String name, String value) {
        fields.add(new HeaderField(name, value, true));
        return this;
    }

    List<HeaderField> list() {
        return fields;
    }
}
