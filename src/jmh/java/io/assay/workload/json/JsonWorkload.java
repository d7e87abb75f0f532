package io.assay.workload.json;

import io.assay.workload.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The workloads of the json family. Documents are drawn anew one by one, so that walking them in order meets lengths and kinds
 * of values in no order that a branch predictor could learn.
 */
public enum JsonWorkload {
    /** The reference's {@code {"id":20,"val":"five hundred"}}, the same every time, as there. */
    REFERENCE(ReferenceMessage.class, 64, r -> Tables.message(), m -> m.id + m.val.length()),
    /** {@code {"sequence":2}}. */
    PING(Ping.class, 1_024, r -> new Tables(r).ping(), p -> p.sequence),
    /** An issue: 2 kB, nested, nulls, escapes, emoji. */
    ISSUE(Issue.class, 96, r -> new Forge(r).issue(), i -> i.id + i.title.length() + i.reactions.total),
    /** A webhook's payload: 8 kB. */
    WEBHOOK(
            Webhook.class,
            24,
            r -> new Forge(r).webhook(),
            w -> w.issue.id + w.repository.id + w.sender.eventsUrl.length()),
    /** 1,000 records: 130 kB. */
    RECORDS(Rows.class, 4, r -> new Tables(r).rows(1_000), t -> t.rows.size() + t.rows.get(t.rows.size() - 1).age),
    /** Numbers: 5 kB. */
    NUMBERS(
            Measurements.class,
            40,
            r -> new Tables(r).measurements(),
            m -> m.samples.length + Double.doubleToLongBits(m.samples[7]) + m.counters[39]),
    /** Texts, most of them not ASCII: 6 kB. */
    TEXTS(
            Texts.class,
            40,
            r -> new Tables(r).texts(),
            t -> t.paragraphs.get(7).text.length() + t.keywords.size());

    private final Class<?> type;
    private final int documents;
    private final Function<Random, Object> draw;
    private final ToLongFunction<Object> mark;

    <T> JsonWorkload(Class<T> type, int documents, Function<Random, T> draw, ToLongFunction<T> mark) {
        this.type = type;
        this.documents = documents;
        this.draw = draw::apply;
        this.mark = value -> mark.applyAsLong(type.cast(value));
    }

    /** The class of the documents. */
    public Class<?> type() {
        return type;
    }

    /** The objects, the same at each call. */
    public List<Object> objects() {
        Random random = Seeds.random("json " + name());
        List<Object> objects = new ArrayList<>();
        for (int i = 0; i < documents; i++) objects.add(draw.apply(random));
        return objects;
    }

    /** A number that hangs on the whole of an object having been read; cheap, because it is taken while timed. */
    public long mark(Object value) {
        return mark.applyAsLong(value);
    }

    /** Whether two objects are the same, as far as can be said cheaply: wholly for the reference's message. */
    public boolean same(Object one, Object other) {
        return this == REFERENCE ? one.equals(other) : mark(one) == mark(other);
    }

    /** {@code n} records, for the cost against n. */
    public static List<Object> records(int n) {
        Random random = Seeds.random("json records " + n);
        List<Object> pages = new ArrayList<>();
        for (int i = 0; i < Math.max(4, 2_000 / n); i++) pages.add(new Tables(random).rows(n));
        return pages;
    }
}
