/**
 * The load generator of the network's benchmarks: one thread, the same for every server, with nothing in it that is
 * measured. It checks each answer, and tells its own CPU time apart from the server's.
 */
package io.assay.net.load;
