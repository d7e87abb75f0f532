/** Router: HTTP methods and path templates, matched on a {@code String} or a byte range without allocating. */
@NullMarked
package io.assay.router;

import org.jspecify.annotations.NullMarked;
