/** Algorithms whose complexity theory knows: what the naming of classes is held against. */
package io.assay.calibration.growth;
