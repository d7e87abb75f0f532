package io.assay.inject;

import org.jspecify.annotations.Nullable;

/** All services of a container: those that run in the order in which they started, somewhere among them the others. */
final class Roll {
    private @Nullable Node first;
    private @Nullable Node last;

    @Nullable
    Node first() {
        return first;
    }

    @Nullable
    Node last() {
        return last;
    }

    void add(Node service) {
        Node end = last;
        service.before = end;
        service.after = null;
        if (end == null) {
            first = service;
        } else {
            end.after = service;
        }
        last = service;
    }

    void remove(Node service) {
        Node before = service.before;
        Node after = service.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        service.before = null;
        service.after = null;
    }

    void moveToEnd(Node service) {
        if (service != last) {
            remove(service);
            add(service);
        }
    }
}
