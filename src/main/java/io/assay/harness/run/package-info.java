/** From presets and profiles to forks, and from forks to a run folder. */
@NullMarked
package io.assay.harness.run;

import org.jspecify.annotations.NullMarked;
