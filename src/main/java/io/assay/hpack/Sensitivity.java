package io.assay.hpack;

/** Whether a field may enter compression tables, where an attacker could probe for it (RFC 7541 section 7.1). */
public enum Sensitivity {
    /** The encoder may choose. */
    PUBLIC,
    /** Always a never-indexed literal, which asks intermediaries to do likewise (section 6.2.3). */
    SECRET
}
