package io.assay.fuzz;

/** A target with a defect that chance does not find: four bytes, each behind a branch. */
public final class PlantedDefect {
    private PlantedDefect() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 3 && input[0] == 'H' && input[1] == '2' && input[2] == 0 && input[3] == (byte) 0xF1) {
            throw new IllegalStateException("planted");
        }
    }
}
