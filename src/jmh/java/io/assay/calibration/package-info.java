/** The harness's own yardsticks: an empty method, and a fixed piece of work. No family, and no one's rows. */
package io.assay.calibration;
