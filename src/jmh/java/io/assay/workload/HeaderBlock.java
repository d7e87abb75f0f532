package io.assay.workload;

import java.util.List;

/**
 * The header list of one message, and what happens to the dynamic table before it.
 *
 * @param tableSizes sizes in bytes to which the encoder sets its dynamic table one after the other, each told to the
 *     decoder by a size update at the start of this block (RFC 7541 section 4.2)
 * @param fields the fields, pseudo-headers first
 */
public record HeaderBlock(List<Integer> tableSizes, List<HeaderField> fields) {
    /** Keeps copies of the lists. */
    public HeaderBlock {
        tableSizes = List.copyOf(tableSizes);
        fields = List.copyOf(fields);
    }

    /** A block that leaves the table's size alone. */
    public static HeaderBlock plain(List<HeaderField> fields) {
        return new HeaderBlock(List.of(), fields);
    }

    /** A block that empties the table first: what follows is right whatever was in it before. */
    public static HeaderBlock flushing(List<HeaderField> fields) {
        return new HeaderBlock(List.of(0, HpackWorkload.TABLE_SIZE), fields);
    }

    /** {@link #tableSizes} of every block. */
    public static int[][] tableSizes(List<HeaderBlock> blocks) {
        return blocks.stream()
                .map(block ->
                        block.tableSizes().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** For each block, the number of fields in so many from it on; behind the last block comes the first again. */
    public static int[] fields(List<HeaderBlock> blocks, int count) {
        int[] fields = new int[blocks.size()];
        for (int i = 0; i < fields.length; i++) {
            for (int j = 0; j < count; j++) {
                fields[i] += blocks.get((i + j) % fields.length).fields().size();
            }
        }
        return fields;
    }
}
