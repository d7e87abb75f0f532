package io.assay.hpack;

/** Where a string literal (RFC 7541 section 5.2) lies in a block. */
final class CodedString {
    /** Its first byte, that of the length. */
    int at;
    /** The first byte behind the length. */
    int from;
    /** Bytes as coded. */
    int length;

    boolean huffman;

    /** The most bytes that it decodes to. */
    int mostDecoded() {
        return huffman ? HuffmanDecoder.mostDecoded(length) : length;
    }
}
