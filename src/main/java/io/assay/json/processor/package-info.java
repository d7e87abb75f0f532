/** The annotation processor that makes converters. Runs in the compiler, and depends on nothing but its API. */
@NullMarked
package io.assay.json.processor;

import org.jspecify.annotations.NullMarked;
