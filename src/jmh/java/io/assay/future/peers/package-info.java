/** The future libraries behind one interface, and what is asked of all of them. */
package io.assay.future.peers;
