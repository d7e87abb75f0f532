/**
 * JSON (RFC 8259), bytes to bytes: objects from and to byte arrays and buffers by converters that are generated when the
 * objects' classes are compiled.
 */
@NullMarked
package io.assay.json;

import org.jspecify.annotations.NullMarked;
