package io.assay.harness.matrix;

import io.assay.harness.result.RowKey;

/**
 * A column of the table.
 *
 * @param name its heading
 * @param key the workload: benchmark and parameters, without profile and JDK
 * @param unit unit of the times
 * @param heapMebibytes heap of all its cells; 0 where they differ
 */
public record MatrixColumnHead(String name, RowKey key, String unit, int heapMebibytes) {}
