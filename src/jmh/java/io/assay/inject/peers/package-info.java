/** One adapter a service container, all behind {@link ContainerAdapter}: ours, the peers, and a lower bound. */
@NullMarked
package io.assay.inject.peers;

import org.jspecify.annotations.NullMarked;
