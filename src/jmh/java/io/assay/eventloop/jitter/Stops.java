package io.assay.eventloop.jitter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * When this virtual machine stood still, from its own flight recorder: recorded while something runs, read afterwards, so
 * that reading disturbs nothing. Pauses are those of the collector's phases that stop threads; stops are whole safepoints,
 * from the request to the end, in which the time that threads take to come to rest is included.
 */
public final class Stops implements AutoCloseable {
    private static final String GC = "jdk.GCPhasePause";
    private static final String BEGIN = "jdk.SafepointBegin";
    private static final String END = "jdk.SafepointEnd";
    private static final int MARKS = 8;

    /** The recorder has a clock of its own; with this both are read at the same moment. */
    @Name("io.assay.ClockMark")
    @StackTrace(false)
    static final class ClockMark extends Event {
        long nanos;
    }

    /**
     * What was found, in order of time.
     *
     * @param gc pauses of the collector
     * @param all safepoints, those pauses among them
     */
    public record Found(List<Interval> gc, List<Interval> all) {
        /** Safepoints that are no pause of the collector. */
        public List<Interval> others() {
            return all.stream().filter(stop -> stop.coveredBy(gc) == 0).toList();
        }
    }

    private final Recording recording = new Recording();

    /** Starts recording. */
    public Stops() {
        for (String event : List.of(GC, BEGIN, END)) {
            recording.enable(event).withThreshold(Duration.ZERO).withoutStackTrace();
        }
        recording.enable(ClockMark.class);
        recording.start();
        mark();
    }

    /** Several, because a thread may lose its core between the two clocks. */
    private static void mark() {
        for (int i = 0; i < MARKS; i++) {
            ClockMark mark = new ClockMark();
            mark.begin();
            mark.nanos = System.nanoTime();
            mark.commit();
        }
    }

    /** Ends the recording, and reads it. */
    public Found found() {
        mark();
        recording.stop();
        try {
            Path file = Files.createTempFile("assay-stops", ".jfr");
            try {
                recording.dump(file);
                return read(RecordingFile.readAllEvents(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the flight recording cannot be read", e);
        }
    }

    private static Found read(List<RecordedEvent> events) {
        // The mark's own time was taken before the one in it: of several the least difference is nearest.
        long offset = events.stream()
                .filter(event -> event.getEventType().getName().equals("io.assay.ClockMark"))
                .mapToLong(event -> event.getLong("nanos") - nanos(event.getStartTime()))
                .min()
                .orElseThrow(() -> new IllegalStateException("the flight recorder lost the marks"));
        List<Interval> gc = new ArrayList<>();
        List<Interval> all = new ArrayList<>();
        Map<Long, Long> begun = new HashMap<>();
        for (RecordedEvent event : events) {
            long from = nanos(event.getStartTime()) + offset;
            long to = nanos(event.getEndTime()) + offset;
            switch (event.getEventType().getName()) {
                case GC -> gc.add(new Interval(from, to));
                case BEGIN -> begun.put(event.getLong("safepointId"), from);
                default -> {}
            }
        }
        for (RecordedEvent event : events) {
            if (!event.getEventType().getName().equals(END)) continue;
            Long from = begun.get(event.getLong("safepointId"));
            if (from != null) all.add(new Interval(from, nanos(event.getEndTime()) + offset));
        }
        Comparator<Interval> order = Comparator.comparingLong(Interval::from);
        gc.sort(order);
        all.sort(order);
        return new Found(gc, all);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    @Override
    public void close() {
        recording.close();
    }
}
