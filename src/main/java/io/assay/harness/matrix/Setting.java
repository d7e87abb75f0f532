package io.assay.harness.matrix;

/**
 * One of the choices that a row makes.
 *
 * @param factor {@code containers}, {@code collector}, {@code checks}, {@code JDK}, {@code flags} or {@code environment}
 * @param level what was chosen
 */
public record Setting(String factor, String level) {}
