package io.assay.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The workloads of the hpack family: the header blocks of one direction of a connection, in order, with one dynamic table
 * of {@link #TABLE_SIZE} bytes. The sequence is walked round and round; its first block flushes the table, so that the
 * same bytes are right in every round.
 */
public enum HpackWorkload {
    /** First requests of 256 sessions, each with an empty table: nearly all literals. */
    BROWSER_FIRST(HpackWorkload::firstRequests),
    /** One browser session of 110 pages, ten requests a page. */
    BROWSER_STEADY(values -> session(new BrowserTraffic(values))),
    /** Responses of a JSON API. */
    API_RESPONSES(values -> new ServiceTraffic(values).responses(1_024)),
    /** gRPC calls of one client. */
    GRPC(values -> new ServiceTraffic(values).grpc(1_024)),
    /** Requests with a cookie larger than the table. */
    LARGE_COOKIE(values -> new ServiceTraffic(values).largeCookies(256)),
    /** 64 clients behind one proxy: evictions in every block. */
    TABLE_THRASH(values -> new ServiceTraffic(values).mixture(1_024)),
    /** Calls with three fields that must never be indexed. */
    NEVER_INDEXED(values -> new ServiceTraffic(values).secrets(512)),
    /** One field of the static table a block. */
    ONE_INDEXED(values -> new ServiceTraffic(values).statuses(4_096));

    /** Dynamic table size in bytes on both sides: the initial value of SETTINGS_HEADER_TABLE_SIZE. */
    public static final int TABLE_SIZE = 4_096;

    private static final int SESSIONS = 256;
    private static final int PAGES = 110;

    private final Function<HeaderValues, List<List<HeaderField>>> lists;

    HpackWorkload(Function<HeaderValues, List<List<HeaderField>>> lists) {
        this.lists = lists;
    }

    /** The blocks of one round, the same at each call. */
    public List<HeaderBlock> blocks() {
        List<HeaderBlock> blocks = new ArrayList<>();
        for (List<HeaderField> fields : lists.apply(new HeaderValues(Seeds.random(name())))) {
            boolean flush = blocks.isEmpty() || this == BROWSER_FIRST;
            blocks.add(flush ? HeaderBlock.flushing(fields) : HeaderBlock.plain(fields));
        }
        return blocks;
    }

    private static List<List<HeaderField>> firstRequests(HeaderValues values) {
        List<List<HeaderField>> lists = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            lists.add(new BrowserTraffic(values).first());
        }
        return lists;
    }

    private static List<List<HeaderField>> session(BrowserTraffic browser) {
        List<List<HeaderField>> lists = new ArrayList<>();
        lists.add(browser.first());
        for (int i = 0; i < PAGES; i++) {
            lists.addAll(browser.page());
        }
        return lists;
    }
}
