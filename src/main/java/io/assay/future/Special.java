package io.assay.future;

/** What means something of its own in the state of a {@link Cell}. All else there is a value as it is: one look tells. */
abstract class Special {
    Special() {}
}
