package io.assay.http1;

/**
 * Whether heads are parsed with the Vector API. {@code -Dassay.http1.vectors=true} or {@code false} decides it; else it
 * is used where it was measured to win: on JDK 25 and later, with vectors of 32 octets, if the program was started with
 * {@code --add-modules jdk.incubator.vector}. On JDK 17 reading a mask is a call, and words are faster.
 * Until the JIT has compiled what uses them, vectors are objects, so that the first heads are not free of allocation.
 */
final class Vectors {
    static final String PROPERTY = "assay.http1.vectors";
    static final String MODULE = "jdk.incubator.vector";

    private static final int FIRST_FAST = 25;

    static final boolean ENABLED = enabled(
            System.getProperty(PROPERTY, ""),
            ModuleLayer.boot().findModule(MODULE).isPresent(),
            Runtime.version().feature());

    private Vectors() {}

    static boolean enabled(String wanted, boolean present, int feature) {
        return switch (wanted) {
            case "" -> present && feature >= FIRST_FAST && VectorOctets.wide();
            case "false" -> false;
            case "true" -> {
                if (present) yield true;
                throw new IllegalStateException(
                        "-D" + PROPERTY + "=true needs the module: start java with --add-modules " + MODULE);
            }
            default ->
                throw new IllegalStateException("-D" + PROPERTY + "=" + wanted + ": true or false, or leave it out");
        };
    }
}
