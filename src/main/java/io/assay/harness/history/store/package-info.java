/** The store of past runs: SQLite in a file, or a PostgreSQL that many machines write to. */
@NullMarked
package io.assay.harness.history.store;

import org.jspecify.annotations.NullMarked;
