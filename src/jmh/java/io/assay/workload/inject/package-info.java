/** Graphs of services, and component classes written for them. */
@NullMarked
package io.assay.workload.inject;

import org.jspecify.annotations.NullMarked;
