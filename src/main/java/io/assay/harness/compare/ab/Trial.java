package io.assay.harness.compare.ab;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.stats.SequentialRatio;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row on its way to a verdict: its blocks so far. Not thread-safe. */
final class Trial {
    private final RowKey key;
    private final HostRow row;
    private final WarmUp warmup;
    private final double alpha;
    private final double threshold;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Failure failure;

    /**
     * Why a row measures no more.
     *
     * @param arm whose fork
     * @param cause one line
     */
    record Failure(Arm arm, String cause) {}

    Trial(RowKey key, HostRow row, WarmUp warmup, double alpha, double threshold) {
        this.key = key;
        this.row = row;
        this.warmup = warmup;
        this.alpha = alpha;
        this.threshold = threshold;
    }

    RowKey key() {
        return key;
    }

    HostRow row() {
        return row;
    }

    double threshold() {
        return threshold;
    }

    int warmupIterations() {
        return warmup.iterations();
    }

    List<Block> blocks() {
        return blocks;
    }

    void add(Block block) {
        blocks.add(block);
        warmup.see(block);
    }

    void fail(Arm arm, String cause) {
        failure = new Failure(arm, cause);
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Head, or the control, against base; empty before the first block. */
    Optional<SequentialRatio.Look> look(Arm arm) {
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(SequentialRatio.of(costs(Arm.BASE), costs(arm), alpha));
    }

    double[] costs(Arm arm) {
        return blocks.stream().mapToDouble(block -> block.cost(arm)).toArray();
    }

    /** What can be said of head, or of the control. */
    Verdict verdict(Arm arm) {
        return failure != null
                ? Verdict.UNUSABLE
                : look(arm).map(look -> look.verdict(threshold)).orElse(Verdict.CANNOT_TELL);
    }

    /** Whether another block could still change what is said. */
    boolean open() {
        return failure == null && verdict(Arm.HEAD) == Verdict.CANNOT_TELL;
    }

    /** Whether it looks as if head were slower or faster by half the threshold: there the time is well spent. */
    boolean suspect() {
        return look(Arm.HEAD)
                .map(look -> Math.abs(Math.log(look.ratio().value())) >= Math.log1p(threshold) / 2)
                .orElse(true);
    }

    /** What its next block will take, going by those before. */
    double secondsPerBlock(double guess) {
        return blocks.stream().mapToDouble(Block::seconds).max().orElse(guess);
    }
}
