package io.assay.workload.json;

import java.util.ArrayList;
import java.util.Random;

/** Draws lists of records, numbers and texts. */
final class Tables {
    private final Words words;
    private final Random random;

    Tables(Random random) {
        this.random = random;
        words = new Words(random);
    }

    Ping ping() {
        Ping p = new Ping();
        p.sequence = random.nextInt(4) == 0 ? random.nextInt(10) : random.nextInt(2_000_000);
        return p;
    }

    /** The reference's own, every time. */
    static ReferenceMessage message() {
        ReferenceMessage m = new ReferenceMessage();
        m.id = 20;
        m.val = "five hundred";
        return m;
    }

    private Row row(int index) {
        Row r = new Row();
        r.id = 1_000 + index;
        r.name = words.word() + " " + words.word();
        r.active = words.chance(80);
        r.age = 18 + random.nextInt(60);
        r.balance = random.nextInt(10_000_000) / 100.0;
        r.email = words.word() + "." + words.hex(4) + "@mail.example";
        r.city = words.chance(20) ? "Zürich" : words.pick("Oslo", "Lima", "Accra", "Hanoi");
        r.manager = words.chance(30) ? null : Long.valueOf(1_000 + random.nextInt(1_000));
        r.status = Status.values()[random.nextInt(4)];
        return r;
    }

    Rows rows(int n) {
        Rows rows = new Rows();
        rows.total = 10 * n;
        rows.next = "/rows?after=" + words.hex(16);
        rows.rows = new ArrayList<>();
        for (int i = 0; i < n; i++) rows.rows.add(row(i));
        return rows;
    }

    /** Some 5 kB. */
    Measurements measurements() {
        Measurements m = new Measurements();
        m.device = "sensor-" + words.hex(6);
        m.counters = random.longs(40).map(l -> l >>> random.nextInt(60)).toArray();
        m.histogram = random.ints(60, 0, 500).toArray();
        m.samples = random.doubles(60).map(d -> (d - 0.5) * 200).toArray();
        m.prices = random.ints(60, 0, 1_000_000).mapToDouble(i -> i / 100.0).toArray();
        m.track = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Position p = new Position();
            p.latitude = random.nextInt(180_000_000) / 1e6 - 90;
            p.latitude = Math.rint(p.latitude * 1e6) / 1e6;
            p.longitude = random.nextInt(360_000_000) / 1e6;
            p.elevation = random.nextInt(30_000) / 10.0;
            p.time = 1_700_000_000_000L + i * 1_000L + random.nextInt(1_000);
            m.track.add(p);
        }
        return m;
    }

    /** Some 6 kB. */
    Texts texts() {
        Texts t = new Texts();
        t.id = words.hex(24);
        t.paragraphs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Paragraph p = new Paragraph();
            p.language = words.language();
            p.title = words.text(p.language, 4);
            p.text = words.text(p.language, 40 + random.nextInt(40));
            t.paragraphs.add(p);
        }
        t.keywords = new ArrayList<>();
        for (int i = 0; i < 12; i++) t.keywords.add(words.text(words.language(), 1));
        return t;
    }
}
