package org.apache.hc.core5.http2.hpack;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * HttpCore's encoder with its package-private table at hand. Of several changes of the table size between two blocks the
 * encoder sees only the last, so a table cannot be emptied through it; here each change is told to both sides.
 */
public final class ResizableEncoder {
    private final OutboundDynamicTable table;
    private final HPackEncoder encoder;

    /** An encoder with a table of this many bytes. */
    public ResizableEncoder(int tableSize) {
        table = new OutboundDynamicTable(tableSize);
        encoder = new HPackEncoder(table, StandardCharsets.US_ASCII);
    }

    /** Sets the size of the table, and writes the size update as the encoder does it. */
    public void resize(ByteArrayBuffer out, int tableSize) {
        HPackEncoder.encodeInt(out, 5, tableSize, 0x20);
        table.setMaxSize(tableSize);
        encoder.setMaxTableSize(tableSize);
    }

    /** Encodes with Huffman coding. */
    public void encode(ByteArrayBuffer out, List<Header> headers) throws CharacterCodingException {
        encoder.encodeHeaders(out, headers, true);
    }
}
