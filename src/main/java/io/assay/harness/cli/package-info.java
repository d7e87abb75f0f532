/** The command line: the only main method. */
@NullMarked
package io.assay.harness.cli;

import org.jspecify.annotations.NullMarked;
