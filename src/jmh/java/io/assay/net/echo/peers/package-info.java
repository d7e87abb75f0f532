/** Servers that send back what they get, behind one interface. */
@NullMarked
package io.assay.net.echo.peers;

import org.jspecify.annotations.NullMarked;
