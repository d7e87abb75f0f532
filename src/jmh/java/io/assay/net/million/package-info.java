/** The One Million Request Challenge: every event is counted, exactly once. */
package io.assay.net.million;
