package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class SideBookTest {
    private static void add(SideBook book, String name, String raw, double alloc, int count) throws IOException {
        book.add(name, JSON.std.mapFrom(String.format(Locale.ROOT, """
                        {"benchmark":"%s","mode":"avgt","threads":1,"forks":1,"jvmArgs":[],"jdkVersion":"17",
                         "primaryMetric":{"score":1.0,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
                           "scorePercentiles":{"0.0":1.0,"50.0":1.0,"100.0":1.0},"scoreUnit":"ns/op",%s},
                         "secondaryMetrics":{
                           "gc.alloc.rate.norm":{"score":%f,"scoreError":"NaN","scoreUnit":"B/op","rawData":[[%f]]},
                           "gc.count":{"score":%d,"scoreError":"NaN","scoreUnit":"counts","rawData":[[%d]]}}}
                        """, name, raw, alloc, alloc, count, count)));
    }

    @Test
    @DisplayName("Forks become one JMH row: raw data one after the other, the score their mean, counts added up")
    void merges() throws IOException {
        SideBook book = new SideBook();
        add(book, "a.B.c", "\"rawData\":[[1.0,2.0]]", 16, 3);
        add(book, "a.B.d", "\"rawData\":[[7.0]]", 0, 0);
        add(book, "a.B.c", "\"rawData\":[[3.0,4.0]]", 32, 5);
        add(book, "a.B.c", "\"rawData\":[[5.0,9.0]]", 48, 0);
        List<Row> rows = JmhJson.parse("book", book.json());
        assertEquals(2, rows.size());
        Metric primary = rows.get(0).primary();
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {5, 9}}, primary.raw());
        assertEquals(4, primary.score(), 1e-12);
        // Six iterations, standard deviation 2.8284, t of 5 degrees of freedom at 99.9% 6.8688.
        assertEquals(7.932, primary.error(), 0.01);
        assertEquals(32, rows.get(0).secondary().get("gc.alloc.rate.norm").score(), 1e-12);
        assertEquals(8, rows.get(0).secondary().get("gc.count").score(), 1e-12);
        assertEquals(
                3,
                ((Number) ((java.util.Map<?, ?>) JSON.std.listFrom(book.json()).get(0)).get("forks")).intValue());
    }

    @Test
    @DisplayName("Histograms of sample mode stay histograms; percentiles are of all forks")
    void histograms() throws IOException {
        SideBook book = new SideBook();
        add(book, "a.B.c", "\"rawDataHistogram\":[[[[1.0,3],[2.0,1]]]]", 0, 0);
        add(book, "a.B.c", "\"rawDataHistogram\":[[[[9.0,4]]]]", 0, 0);
        Metric primary = JmhJson.parse("book", book.json()).get(0).primary();
        assertArrayEquals(new double[][] {{1.25}, {9}}, primary.raw());
        assertEquals((3 + 2 + 36) / 8.0, primary.score(), 1e-12);
    }

    @Test
    void nothingYet() {
        assertEquals("[]", new SideBook().json().replaceAll("\\s", ""));
    }
}
