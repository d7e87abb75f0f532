/** One adapter a router, all behind {@link RouterAdapter}: ours, the peers, and a lower bound. */
@NullMarked
package io.assay.router.peers;

import org.jspecify.annotations.NullMarked;
