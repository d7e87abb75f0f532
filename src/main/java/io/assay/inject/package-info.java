/**
 * A container of services for systems that change while they run: services come, go, fail and come back, and who depends
 * on them is started and stopped accordingly. {@code docs/inject.md} has the contract and the policies.
 */
@NullMarked
package io.assay.inject;

import org.jspecify.annotations.NullMarked;
