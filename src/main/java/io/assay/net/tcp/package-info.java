/** Non-blocking TCP on an event loop: servers and clients, back-pressure, timeouts, limits, an orderly end. */
@NullMarked
package io.assay.net.tcp;

import org.jspecify.annotations.NullMarked;
