/** One adapter a parser, behind {@link Http1Adapter}. */
@NullMarked
package io.assay.http1.peers;

import org.jspecify.annotations.NullMarked;
