/** The container libraries that ours are measured beside, each behind our own interfaces. */
package io.assay.containers.peers;
