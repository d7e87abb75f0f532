/**
 * The WebSocket protocol (RFC 6455) over byte ranges, for server and client, without I/O: frames and messages from any
 * split of the bytes, masking, UTF-8 as a stream, the opening handshake.
 */
@NullMarked
package io.assay.net.websocket;

import org.jspecify.annotations.NullMarked;
