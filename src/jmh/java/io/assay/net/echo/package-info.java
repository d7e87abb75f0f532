/** What comes back over TCP and WebSocket connections: the benchmarks, and the client that is the same for every server. */
@NullMarked
package io.assay.net.echo;

import org.jspecify.annotations.NullMarked;
