package io.assay.queue;

import java.nio.charset.StandardCharsets;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A producer copies two messages in while the consumer drains: it sees whole messages, in order. */
@JCStressTest
@Outcome(id = "nothing", expect = Expect.ACCEPTABLE, desc = "The first was claimed or not, but not complete.")
@Outcome(id = "aaaaaaaa", expect = Expect.ACCEPTABLE, desc = "The second was not complete.")
@Outcome(id = "aaaaaaaa bbbbbbb", expect = Expect.ACCEPTABLE, desc = "Both were complete.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A message is torn, doubled, out of order or nobody's.")
@State
public class ByteRingStress {
    private static final byte[] A = "aaaaaaaa".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] B = "bbbbbbb".getBytes(StandardCharsets.US_ASCII);

    private final ByteRing ring = new ByteRing(64);

    /** Offers. */
    @Actor
    public void producer() {
        ring.offer(A, 0, A.length);
        ring.offer(B, 0, B.length);
    }

    /** Drains. */
    @Actor
    public void consumer(L_Result result) {
        StringBuilder seen = new StringBuilder();
        ring.drain(
                (buffer, index, length) -> seen.append(buffer.getStringWithoutLengthAscii(index, length))
                        .append(' '),
                10);
        result.r1 = seen.isEmpty() ? "nothing" : seen.toString().strip();
    }
}
