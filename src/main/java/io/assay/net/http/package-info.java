/** A small HTTP/1.1 server, with WebSocket endpoints, of the library's parser, router, JSON codec, futures and loop. */
@NullMarked
package io.assay.net.http;

import org.jspecify.annotations.NullMarked;
