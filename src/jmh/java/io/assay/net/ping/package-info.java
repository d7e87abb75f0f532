/** {@code POST /ping}: as fast as it goes, at a fixed rate, and part by part. */
package io.assay.net.ping;
