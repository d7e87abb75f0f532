/** HTTP servers of several libraries, each with one loop where it has loops, that serve the same applications. */
package io.assay.net.serve;
