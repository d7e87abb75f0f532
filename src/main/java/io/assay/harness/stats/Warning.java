package io.assay.harness.stats;

/**
 * Something that a reader of a figure must know before believing it. Warnings are data: they go into every format.
 *
 * @param kind what is wrong, for programs
 * @param message what is wrong, with the numbers, one sentence without a final full stop, for people
 * @param severity how much of the figure is left
 */
public record Warning(Kind kind, String message, Severity severity) {

    /** What an analyser can find. */
    public enum Kind {
        /** As fast as an empty method: the measured code was probably removed. */
        LIKE_EMPTY,
        /** The forks fall into two groups far apart. */
        BIMODAL_FORKS,
        /** Forks differ far more than the iterations within them explain. */
        FORKS_DISAGREE,
        /** Too few forks for an interval, or for one that is narrow enough to be of use. */
        TOO_FEW_FORKS,
        /** The score still moves during the measured iterations: warm-up was too short. */
        NOT_STEADY,
        /** The collector takes a large part of the time. */
        GC_BOUND,
        /** The row counted no items although it should have. */
        ZERO_ITEMS,
        /** The row did another amount of work an operation than the rows it is compared with. */
        DIFFERENT_ITEMS,
        /** The mean of the iterations changed otherwise than their fast end. */
        TAIL_MOVED,
        /** Single iterations lie far from the others of their fork. */
        OUTLIERS,
        /** All rows shifted at some time of the run: the machine changed, not the code. */
        MACHINE_MOVED,
        /** The hypervisor gave processor time to others. */
        STEAL,
        /** More threads than cores: the scheduler is in the figure. */
        OVERSUBSCRIBED
    }

    /** How much of the figure is left. */
    public enum Severity {
        /** The figure stands; the reader should know its circumstances. */
        NOTE,
        /** The figure may be off by more than its interval says. */
        WARNING,
        /** The figure does not measure what its name says. */
        UNUSABLE
    }
}
