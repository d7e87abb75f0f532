/** What in this machine spoils a measurement, how small a change it can show, and what to do about it. */
@NullMarked
package io.assay.harness.doctor;

import org.jspecify.annotations.NullMarked;
