package io.assay.eventloop;

/** An event with a priority other than the default, on its way through the inbox. */
record Envelope(Object event, int priority) {}
