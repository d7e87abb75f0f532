package io.assay.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The workloads of the http1 family. Buffers are drawn anew one by one, so walking them in order meets names, orders,
 * lengths and cases in no order that a branch predictor could learn; all buffers of a workload have some 200 to 500 kB,
 * less than a core's second-level cache, so that memory is not what is measured.
 */
public enum Http1Workload {
    /** A request line and Host: some 47 bytes. */
    MINIMAL_GET(4_096, 1, Http1Traffic::minimal),
    /** A page with cookies: some 700 bytes, about eleven fields. */
    BROWSER_GET(704, 1, Http1Traffic::browser),
    /** wrk's {@code POST /ping} with a body of some 18 bytes: some 120 bytes. */
    WRK_POST(2_048, 1, Http1Traffic::wrkPost),
    /** Twenty fields, one of them a token: some 1,350 bytes. */
    API_JWT(352, 1, Http1Traffic::api),
    /** Sixteen requests in one buffer: some 2,200 bytes, and one operation. */
    PIPELINED(192, 16, Http1Traffic::pipelined),
    /** Sixteen chunks, extensions, a trailer: some 3,800 bytes. */
    CHUNKED_UPLOAD(112, 1, Http1Traffic::upload),
    /** The head of a response: some 380 bytes. */
    RESPONSE_HEAD(1_024, 1, Http1Traffic::response);

    private final int buffers;
    private final int messages;
    private final Function<Http1Traffic, Http1Message> draw;

    Http1Workload(int buffers, int messages, Function<Http1Traffic, Http1Message> draw) {
        this.buffers = buffers;
        this.messages = messages;
        this.draw = draw;
    }

    /** Messages in one buffer, and so in one operation. */
    public int messages() {
        return messages;
    }

    /** Whether it holds responses. */
    public boolean responses() {
        return this == RESPONSE_HEAD;
    }

    /** The buffers, the same at each call. */
    public Http1Inputs inputs() {
        Http1Traffic traffic = new Http1Traffic(Seeds.random(name()));
        List<List<Http1Message>> drawn = new ArrayList<>();
        for (int i = 0; i < buffers; i++) {
            List<Http1Message> one = new ArrayList<>();
            for (int k = 0; k < messages; k++) {
                one.add(draw.apply(traffic));
            }
            drawn.add(one);
        }
        return Http1Inputs.of(drawn);
    }
}
