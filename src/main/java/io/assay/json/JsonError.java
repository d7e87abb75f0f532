package io.assay.json;

/** Why a document was refused, or an object could not be written. */
public enum JsonError {
    /** The bytes end inside a value, or there are none. */
    UNEXPECTED_END,
    /** A byte that cannot stand there (RFC 8259 section 2). */
    UNEXPECTED_BYTE,
    /** Something other than white space behind the value. */
    TRAILING_BYTES,
    /** A value of another kind than the object's field has. */
    WRONG_TYPE,
    /** {@code null} for a primitive. */
    NULL_FOR_PRIMITIVE,
    /** A name of no constant for an enum. */
    UNKNOWN_CONSTANT,
    /** A number outside the grammar (section 6): a leading zero, a plus, digits missing. */
    BAD_NUMBER,
    /** A fraction or an exponent where an integer is wanted. */
    NOT_AN_INTEGER,
    /** A number that its Java type cannot hold; NaN and the infinities when written. */
    NUMBER_OUT_OF_RANGE,
    /** {@link JsonLimits#maxNumberLength()}. */
    NUMBER_TOO_LONG,
    /** An octet below 0x20 in a string (section 7). */
    CONTROL_CHARACTER,
    /** A backslash before something that section 7 does not list. */
    BAD_ESCAPE,
    /** Octets that are not UTF-8 (section 8.1, RFC 3629). */
    BAD_UTF8,
    /** A surrogate without its other half (section 8.2). */
    LONE_SURROGATE,
    /** {@link JsonLimits#maxDepth()}; when written, as a rule a cycle. */
    TOO_DEEP,
    /** {@link JsonLimits#maxBytes()}. */
    TOO_LARGE,
    /** The document does not fit into the buffer that was given. */
    BUFFER_TOO_SMALL,
    /** A converter of DSL-JSON's, or a record's constructor, refused a value that is right JSON. */
    CONVERTER_REFUSED
}
