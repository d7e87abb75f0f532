package io.assay.http1.peers;

import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Message;
import java.util.List;

/** Compares what a parser reads with what was written, before anything is timed. */
public final class Http1Verifier {
    private Http1Verifier() {}

    /**
     * Walks all buffers twice in either form: the second round shows what the first one left behind.
     *
     * @throws IllegalStateException with the first buffer that is parsed wrongly
     */
    public static void verify(String implementation, Http1Adapter adapter, Http1Inputs inputs) throws Exception {
        MessageSum sum = new MessageSum();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < inputs.size(); i++) {
                List<Http1Message> right = inputs.messages(i);
                sum.collect();
                adapter.parseAndRead(inputs.from(i), inputs.to(i), sum);
                compare(
                        implementation + " reads",
                        i,
                        right.stream().map(ParsedMessage::of).toList(),
                        sum.collected());
                compare(implementation + " reads", i, MessageSum.ofRead(right), sum.take());
                adapter.parse(inputs.from(i), inputs.to(i), sum);
                compare(implementation + " parses", i, MessageSum.ofParsed(right), sum.take());
            }
        }
    }

    private static void compare(String who, int buffer, List<ParsedMessage> right, List<ParsedMessage> read) {
        boolean alike = right.equals(read)
                || right.stream()
                        .map(ParsedMessage::sorted)
                        .toList()
                        .equals(read.stream().map(ParsedMessage::sorted).toList());
        if (!alike) {
            throw new IllegalStateException(who + " in buffer " + buffer + " " + read + ": right is " + right);
        }
    }

    private static void compare(String who, int buffer, long right, long sum) {
        if (right != sum) {
            throw new IllegalStateException(who + " buffer " + buffer + " to the sum " + sum + ": right is " + right);
        }
    }
}
