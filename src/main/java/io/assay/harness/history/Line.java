package io.assay.harness.history;

import java.util.List;

/**
 * The points of a series that were measured in one environment, and so may be compared. Immutable.
 *
 * @param points in order
 * @param levels one after the other, without gaps
 * @param changes where one level ends and the next begins: one less than there are levels
 * @param spikes points that lie far off their level and are followed by points at the old one
 */
public record Line(List<Point> points, List<Level> levels, List<ChangePoint> changes, List<Point> spikes) {
    /** Copies what can change. */
    public Line {
        points = List.copyOf(points);
        levels = List.copyOf(levels);
        changes = List.copyOf(changes);
        spikes = List.copyOf(spikes);
    }

    /**
     * A stretch without a change.
     *
     * @param from index of its first point in the line
     * @param to index behind its last point
     * @param value the level in the unit of the series, as on the machine of its last point
     */
    public record Level(int from, int to, double value) {}
}
