package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.path.PathCosts;
import io.assay.harness.path.PathCosts.Interval;
import io.assay.harness.path.PathCosts.PartCost;
import io.assay.harness.path.ServerTime;
import io.assay.harness.path.ServerTime.Share;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A path as people and programs see it. */
class PathTextTest {
    private static final PathCosts PATH = new PathCosts(
            "POST /x",
            List.of(
                    new PartCost("parse", new Interval(100, 95, 105)),
                    new PartCost("write", new Interval(300, Double.NaN, Double.NaN))),
            10_000,
            6_000,
            new Interval(21_000, 20_000, 22_000),
            new ServerTime(
                    1_000,
                    800,
                    List.of(new Share("system call write", 600, 0.6), new Share("Java a.b", 400, 0.4)),
                    Map.of("[JIT compiler]", 3L),
                    List.of("no kernel frames here")));

    @Test
    void partsRestAndPlaces() {
        assertEquals("""
                Path of POST /x   (ns a request, one under way at a time)
                                                          ns               95%  of server CPU
                  parse                                  100       [95.0, 105]           1.0%
                  write                                  300                 ~           3.0%
                  sum of the parts, each alone           400                 -           4.0%
                  the rest, named below                9 600                 -          96.0%
                  server CPU                          10 000                 -         100.0%
                  client CPU                           6 000                 -              -
                  neither computes: asleep, at least   5 000                 -              -
                  wall clock                          21 000  [20 000, 22 000]              -

                Where the server's CPU time goes   (1000 samples of its threads)
                                        ns  share
                  system call write  6 000  60.0%
                  Java a.b           4 000  40.0%
                  beside the server's: JIT compiler 3 samples
                  ! no kernel frames here
                """, PathText.of(PATH));
    }

    @Test
    void withoutSamplesTheRestHasNoNames() {
        PathCosts unnamed = new PathCosts(
                PATH.name(), PATH.parts(), PATH.server(), PATH.client(), PATH.wall(), ServerTime.none(List.of("why")));
        String text = PathText.of(unnamed);
        assertEquals(
                "Where the server's CPU time goes: no samples, so the rest has no names\n  ! why\n",
                text.substring(text.indexOf("Where")));
    }

    @Test
    void jsonHasTheSameFigures() throws IOException {
        Map<String, Object> json = JSON.std.mapFrom(PathJson.of(List.of(PATH), List.of("one failed")));
        assertEquals(List.of("one failed"), json.get("failures"));
        Map<?, ?> path = (Map<?, ?>) ((List<?>) json.get("paths")).get(0);
        assertEquals("POST /x", path.get("name"));
        assertEquals(400.0, path.get("sum"));
        assertEquals(9_600.0, path.get("rest"));
        assertEquals(5_000.0, path.get("asleep"));
        Map<?, ?> part = (Map<?, ?>) ((List<?>) path.get("parts")).get(1);
        assertEquals(300.0, part.get("ns"));
        assertEquals(null, part.get("low"));
        Map<?, ?> place = (Map<?, ?>) ((List<?>) path.get("places")).get(0);
        assertEquals(6_000.0, place.get("ns"));
        assertEquals(600, place.get("samples"));
    }
}
