package io.assay.inject;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a container must come to, thought out anew from nothing each time: who is active is the least set in which everybody
 * has what it requires. No index, no order, no history but that of failures.
 */
final class PlainModel {
    /** A service: what it offers, what it asks for, how it goes wrong, and what its user has done to it. */
    static final class Entry {
        final int offers;
        final Set<Integer> requires;
        final Set<Integer> optional;
        final Set<Integer> all;
        final boolean logger;
        /** Its start fails. */
        boolean dud;
        /** It throws when it is told of what it requires. */
        boolean touchy;
        /** It has an instance, which can be told; that stays until it is removed. */
        boolean made;

        boolean wanted = true;
        boolean removed;
        boolean failed;
        boolean active;

        Entry(int offers, Set<Integer> requires, Set<Integer> optional, Set<Integer> all, boolean logger, boolean dud) {
            this.offers = offers;
            this.requires = requires;
            this.optional = optional;
            this.all = all;
            this.logger = logger;
            this.dud = dud;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    boolean running;
    boolean loggers;

    /** Thinks again. */
    void settle() {
        entries.forEach(entry -> entry.active = false);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Entry entry : entries) {
                if (!entry.failed && !entry.removed && entry.wanted && running) {
                    entry.made = true;
                }
                if (entry.touchy && entry.made && !entry.failed && !entry.removed && isToldOf(entry)) {
                    changed = true;
                    entry.failed = true;
                }
                if (!entry.active && mayRun(entry)) {
                    changed = true;
                    entry.active = !entry.dud;
                    entry.failed = entry.dud;
                }
            }
        }
    }

    private boolean mayRun(Entry entry) {
        return running
                && entry.wanted
                && !entry.removed
                && !entry.failed
                && (loggers || !entry.logger)
                && offered().containsAll(entry.requires);
    }

    private boolean isToldOf(Entry entry) {
        Set<Integer> there = offered();
        return entry.requires.stream().anyMatch(there::contains);
    }

    private Set<Integer> offered() {
        Set<Integer> offered = new HashSet<>();
        entries.stream().filter(entry -> entry.active).forEach(entry -> offered.add(entry.offers));
        return offered;
    }

    /** How many active services offer this. */
    long active(int type) {
        return entries.stream()
                .filter(entry -> entry.active && entry.offers == type)
                .count();
    }
}
