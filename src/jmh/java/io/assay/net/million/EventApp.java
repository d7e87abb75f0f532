package io.assay.net.million;

import io.assay.json.JsonTypes;
import io.assay.net.serve.Reply;
import io.assay.net.serve.WebApp;
import io.assay.workload.json.Event;
import io.assay.workload.json.EventStats;
import java.util.List;

/** {@code POST /event} and {@code GET /stats}. */
public final class EventApp implements WebApp {
    /** Where events go. */
    public static final String EVENT = "/event";

    /** Where they are told. */
    public static final String STATS = "/stats";

    private volatile EventTally tally = new EventTally();

    /** Forgets all events. While none is under way. */
    public void reset() {
        tally = new EventTally();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", EVENT, Event.class, this::count),
                new Route("GET", STATS, Void.class, nothing -> tally.stats()));
    }

    private Object count(Object body) {
        Event event = (Event) body;
        if (event.userId == null || event.userId.isEmpty()) return Reply.BAD_REQUEST;
        tally.add(event);
        return Reply.OK;
    }

    @Override
    public JsonTypes json() {
        return JsonTypes.of(Event.class, EventStats.class);
    }
}
