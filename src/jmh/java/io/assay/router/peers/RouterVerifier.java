package io.assay.router.peers;

import io.assay.workload.PlainRouter;
import io.assay.workload.RouterRequests;
import java.util.ArrayList;
import java.util.List;

/** Asks a router and compares with the right answers, before anything is timed. */
public final class RouterVerifier {
    private RouterVerifier() {}

    /**
     * Checks the answer and every parameter of every request.
     *
     * @return how many were asked
     * @throws IllegalStateException with the first request that is answered wrongly
     */
    public static int verify(String implementation, RouterAdapter router, RouterRequests requests) {
        return verify(implementation, router, requests, requests.size());
    }

    /**
     * Checks the answer and every parameter of the first requests; they are shuffled, so any part is a sample.
     *
     * @return how many were asked
     * @throws IllegalStateException with the first request that is answered wrongly
     */
    public static int verify(String implementation, RouterAdapter router, RouterRequests requests, int atMost) {
        int count = Math.min(atMost, requests.size());
        for (int i = 0; i < count; i++) {
            PlainRouter.Answer right = requests.answer(i);
            int route =
                    router.match(requests.methods()[i], requests.buffers()[i], requests.from()[i], requests.to()[i]);
            List<String> values = new ArrayList<>();
            for (int p = 0; route >= 0 && p < router.parameters(); p++) {
                values.add(router.parameter(p));
            }
            if (route != right.route() || !values.equals(right.values())) {
                throw new IllegalStateException(implementation + " answers " + route + " " + values + " to method "
                        + requests.methods()[i] + " " + requests.path(i) + ": right is " + right);
            }
        }
        return count;
    }
}
