/**
 * The documents of the json family, as classes that every library takes: public fields, a constructor without arguments.
 */
package io.assay.workload.json;
