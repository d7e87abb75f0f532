/**
 * HTTP/1.1 messages (RFC 9112, RFC 9110): heads and bodies of requests and responses, parsed in place and without
 * allocating, from any split of the bytes.
 */
@NullMarked
package io.assay.http1;

import org.jspecify.annotations.NullMarked;
