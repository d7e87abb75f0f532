/** HPACK, the header compression of HTTP/2 (RFC 7541): decoder and encoder over byte ranges, without allocating. */
@NullMarked
package io.assay.hpack;

import org.jspecify.annotations.NullMarked;
