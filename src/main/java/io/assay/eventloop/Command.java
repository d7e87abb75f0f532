package io.assay.eventloop;

/** What the package itself puts into a loop's backlog. A class, so that telling it from an event is one comparison. */
abstract class Command {
    Command() {}

    /** Does it, on the loop's thread; reports by itself what user code throws in it. */
    abstract void perform();
}
