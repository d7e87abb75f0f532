package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.browser.Browser;
import io.assay.harness.browser.WithBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dassay.screenshots=DIR} keeps what the browser showed. */
@ExtendWith(WithBrowser.class)
@DisplayName("The report in a browser")
class ReportPageTest {
    private static final int MOST_BYTES = 3_000_000;
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SHOWN = "document.querySelector('main > section:not([hidden])')";
    private static final String FRAMES =
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path everything;
    private static Path large;

    @BeforeAll
    static void write(Browser shared) throws IOException {
        browser = shared;
        everything = Files.writeString(
                folder.resolve("everything.html"),
                HtmlReport.of(
                        List.of(ReportSample.everything(folder), ReportSample.golden()),
                        Optional.of(ReportSample.history())));
        large = Files.writeString(
                folder.resolve("large.html"), HtmlReport.of(List.of(ReportSample.twoHundredRows(folder))));
    }

    @BeforeEach
    void desk() throws IOException {
        browser.size(1280, 900);
        browser.prefer("prefers-color-scheme", "light");
    }

    private static void open(Path page) throws IOException {
        browser.open(page);
        settle();
        assertEquals(List.of(), browser.complaints());
    }

    /** Until what came into view is drawn. */
    private static void settle() throws IOException {
        var unused = browser.promised(FRAMES + ".then(() => 0)");
    }

    private static List<String> sections() throws IOException {
        return List.of(String.valueOf(browser.value(
                        "[...document.querySelectorAll('nav a')].map(a => a.getAttribute('href')).join(' ')"))
                .split(" "));
    }

    private static void go(String section) throws IOException {
        browser.value("document.querySelector('nav a[href=\"" + section + "\"]').click()");
        shown(section);
        browser.value(SHOWN + ".querySelectorAll('details').forEach(fold => { fold.open = true; })");
        settle();
    }

    /** Addresses change first, sections after them. */
    private static void shown(String section) throws IOException {
        var unused = browser.promised("new Promise(done => { const look = () => document.querySelector("
                + "'nav a[aria-current]').getAttribute('href') === " + quoted(section)
                + " ? done(0) : requestAnimationFrame(look); look(); })");
        settle();
    }

    private static String text(String selector) throws IOException {
        return String.valueOf(browser.value(SHOWN + ".querySelector(" + quoted(selector) + ").textContent"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    private static void keep(String name) throws IOException {
        String place = System.getProperty("assay.screenshots");
        if (place != null) {
            Files.write(Files.createDirectories(Path.of(place)).resolve(name + ".png"), browser.screenshot());
        }
    }

    @Test
    @DisplayName(
            "asks the network for nothing, complains of nothing, and shows hostile names as text, in every section")
    void standsAlone() throws IOException {
        open(everything);
        for (String section : sections()) {
            go(section);
        }
        assertEquals(List.of(), browser.complaints());
        assertEquals(
                List.of(everything.toUri().toString()),
                browser.requests().stream()
                        .filter(url -> !url.equals("data:,"))
                        .map(url -> url.replaceFirst("#.*", ""))
                        .distinct()
                        .toList());
        assertEquals(0, browser.value("document.querySelectorAll('img, main b').length"));
        go("#family/queue");
        assertTrue(text("section:last-of-type h3").contains(ReportSample.NASTY), text("section:last-of-type h3"));
        go("#flame");
        assertEquals("flame/cpu.html", browser.value(SHOWN + ".querySelector('a').getAttribute('href')"));
    }

    @Test
    @DisplayName("begins with the verdict, then what is slower; failures and warnings of a run without a baseline")
    void summaryFirst() throws IOException {
        open(everything);
        assertEquals("Gate: FAILED", text(".verdict"));
        assertTrue(text(".tile.slower").matches("\\d+slower"), text(".tile.slower"));
        assertTrue(text(".card h3").startsWith("slower ("), text(".card h3"));
        assertTrue(text(".card canvas[data-drawn]").isEmpty(), "the ratios are drawn");
        String all = String.valueOf(browser.value(SHOWN + ".textContent"));
        assertTrue(all.contains("out of memory") && all.contains("from fork 3 on all rows were 4% slower"), all);
        keep("summary-light");
        open(large);
        assertTrue(text(".tile").matches("10 of 10router: ours fastest"), text(".tile"));
        keep("winners-light");
    }

    @Test
    @DisplayName("is walked through by keyboard alone, and Back goes back")
    void keyboard() throws IOException {
        open(everything);
        List<String> seen = new ArrayList<>();
        for (int presses = 0; presses < 3; presses++) {
            browser.press("Tab");
            seen.add(String.valueOf(browser.value("document.activeElement.textContent")));
        }
        assertEquals("Skip to the figures", seen.get(0));
        assertEquals("Theme: system", seen.get(1));
        assertEquals("Summary", seen.get(2));
        browser.press("Enter");
        shown("#summary");
        for (int presses = 0; presses < 40 && !isFocused("#family/hpack"); presses++) {
            browser.value("document.activeElement.matches('nav a') || document.querySelector('nav a').focus()");
            browser.press("Tab");
        }
        browser.press("Enter");
        shown("#family/hpack");
        assertEquals("hpack", browser.value("document.activeElement.textContent"), "the heading has the focus");
        assertEquals("#family/hpack", browser.value("location.hash"));
        assertEquals(1, browser.value("document.querySelectorAll('main > section:not([hidden])').length"));
        browser.value("history.back()");
        shown("#summary");
        assertEquals("Summary", text("h2"));
    }

    private static boolean isFocused(String section) throws IOException {
        return section.equals(browser.value("document.activeElement.getAttribute('href')"));
    }

    @Test
    @DisplayName("a click on a bar, or Enter on a name, opens the distribution of its forks")
    void forks() throws IOException {
        open(everything);
        go("#family/router");
        String bar = "(() => { const c = " + SHOWN + ".querySelector('canvas'); const r = c.getBoundingClientRect();"
                + " const b = Chart.getChart(c).getDatasetMeta(0).data[1]; return ";
        browser.click(
                ((Number) browser.value(bar + "r.left + b.x - 4; })()")).doubleValue(),
                ((Number) browser.value(bar + "r.top + b.y; })()")).doubleValue());
        settle();
        assertEquals(1, browser.value(SHOWN + ".querySelectorAll('.detail:not([hidden])').length"));
        assertEquals(
                "2",
                String.valueOf(browser.value(SHOWN + ".querySelector('.detail').previousSibling.rowIndex")),
                "the second bar's row");
        assertEquals(6, browser.value(SHOWN + ".querySelectorAll('.detail tbody tr').length"), "its forks");
        assertEquals("true", browser.value(SHOWN + ".querySelector('.detail canvas').dataset.drawn"));
        keep("forks-light");
        browser.value(SHOWN + ".querySelector('[aria-expanded=true]').focus()");
        browser.press("Enter");
        assertEquals(0, browser.value(SHOWN + ".querySelectorAll('.detail:not([hidden])').length"));
        assertEquals("false", browser.value("document.activeElement.getAttribute('aria-expanded')"));
    }

    @Test
    @DisplayName("every table can be had as CSV, cell by cell what it shows")
    void csv() throws IOException {
        open(everything);
        for (String section : sections()) {
            go(section);
            Object result = browser.promised("""
                    (async () => {
                      const wrong = [];
                      const make = URL.createObjectURL;
                      const click = HTMLAnchorElement.prototype.click;
                      const buttons = [...%s.querySelectorAll('.csv')];
                      for (const button of buttons) {
                        let blob = null;
                        URL.createObjectURL = made => { blob = made; return 'data:,'; };
                        HTMLAnchorElement.prototype.click = () => {};
                        button.click();
                        URL.createObjectURL = make;
                        HTMLAnchorElement.prototype.click = click;
                        const text = await blob.text();
                        const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\\r\\n]*))(,|\\r\\n)/g)]
                          .map(cell => cell[1]?.replaceAll('""', '"') ?? cell[2]);
                        const table = button.closest('.under').previousSibling.querySelector('table');
                        const shown = [...table.rows].filter(row => !row.matches('.detail'))
                          .flatMap(row => [...row.cells].map(cell => cell.textContent.replace(/ \\u2605$/, '')));
                        if (JSON.stringify(cells) !== JSON.stringify(shown)) {
                          wrong.push(JSON.stringify([cells, shown]));
                        }
                      }
                      return buttons.length + ' ' + wrong.join();
                    })()""".formatted(SHOWN));
            assertTrue(
                    String.valueOf(result).matches(section.equals("#flame") ? "0 " : "[1-9]\\d* "), section + result);
        }
    }

    @Test
    @DisplayName("fits a telephone 360 pixels wide: only tables scroll sideways, each in its place")
    void telephone() throws IOException {
        browser.size(360, 740);
        open(everything);
        for (String section : sections()) {
            go(section);
            assertEquals(360, browser.value("document.documentElement.scrollWidth"), section);
            keep("phone-" + section.replaceAll("\\W", ""));
        }
    }

    @Test
    @DisplayName("follows the system's light or dark, until its switch says otherwise; plots too")
    void themes() throws IOException {
        String background = "getComputedStyle(document.body).backgroundColor";
        String grid = "Chart.getChart(" + SHOWN + ".querySelector('canvas')).options.scales.x.ticks.color";
        open(large);
        go("#family/router");
        Object light = browser.value(background);
        Object lightTicks = browser.value(grid);
        keep("family-light");
        browser.prefer("prefers-color-scheme", "dark");
        settle();
        assertNotEquals(light, browser.value(background));
        assertNotEquals(lightTicks, browser.value(grid));
        keep("family-dark");
        browser.value("document.getElementById('theme').click()");
        assertEquals(light, browser.value(background));
        assertEquals(lightTicks, browser.value(grid));
        assertEquals("Theme: light", browser.value("document.getElementById('theme').textContent"));
    }

    @Test
    @DisplayName("breaks no serious rule of accessibility, in light and dark, with everything open")
    void accessible() throws IOException {
        String axe;
        try (InputStream in = Objects.requireNonNull(ReportPageTest.class.getResourceAsStream(AXE))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        open(everything);
        browser.value(axe + "; 0");
        for (String section :
                List.of("#summary", "#family/queue", "#family/lookup", "#scaling", "#matrix", "#history", "#method")) {
            go(section);
            browser.value(SHOWN + ".querySelectorAll('button.row[aria-expanded=false]').forEach(b => b.click())");
            settle();
            assertEquals("", violations(section, "{resultTypes: ['violations']}"), section);
            keep("open-" + section.replaceAll("\\W", ""));
        }
        browser.prefer("prefers-color-scheme", "dark");
        for (String section : List.of("#summary", "#family/queue")) {
            go(section);
            assertEquals("", violations(section, "{runOnly: ['color-contrast']}"), section + " in the dark");
            keep("dark-" + section.replaceAll("\\W", ""));
        }
    }

    /** Rules that are broken seriously, with the first places. The page around the sections is looked at with the first. */
    private static Object violations(String section, String options) throws IOException {
        String scope = section.equals("#summary") ? "document" : SHOWN;
        return browser.promised("axe.run(" + scope + ", " + options + ").then(found => found.violations"
                + ".filter(rule => ['serious', 'critical'].includes(rule.impact))"
                + ".map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(n => n.html + n.failureSummary))"
                + ".join('\\n'))");
    }

    @Test
    @DisplayName("a matrix is a heat map with its best framed, and curves; by itself it is a page too")
    void matrix() throws IOException {
        for (String page : List.of(
                HtmlReport.of(List.of(ReportSample.everything(folder))), MatrixHtml.of(ReportSample.matrix()))) {
            open(Files.writeString(folder.resolve("matrix.html"), page));
            go("#matrix");
            String heat = SHOWN + ".querySelectorAll('.heat')[0].rows[%d].cells[%d]";
            assertEquals("0", browser.value(heat.formatted(1, 1) + ".style.getPropertyValue('--heat')"));
            assertEquals("1", browser.value(heat.formatted(3, 1) + ".style.getPropertyValue('--heat')"));
            assertEquals("best", browser.value(heat.formatted(2, 2) + ".className"));
            assertNotEquals(
                    browser.value("getComputedStyle(" + heat.formatted(1, 1) + ").backgroundColor"),
                    browser.value("getComputedStyle(" + heat.formatted(3, 1) + ").backgroundColor"));
            assertEquals("out of memory", browser.value(heat.formatted(3, 2) + ".textContent"));
            assertTrue(text("h3").startsWith("cost against heap"), text("h3"));
            assertEquals("true", browser.value(SHOWN + ".querySelector('canvas').dataset.drawn"));
        }
        keep("matrix-light");
    }

    @Test
    @DisplayName("history shows what changed first and open, with its change points")
    void history() throws IOException {
        open(everything);
        browser.value("document.querySelector('nav a[href=\"#history\"]').click()");
        shown("#history");
        assertEquals(1, browser.value(SHOWN + ".querySelectorAll('details[open]').length"));
        assertTrue(text("details[open] summary").contains("1 changed"), text("details[open] summary"));
        String change = text("details[open] .notes");
        assertTrue(change.startsWith("slower: +20% [+18%, +22%] between commit19..commit21"), change);
        assertEquals(41, browser.value(SHOWN + ".querySelector('details[open] table').rows.length"));
        assertEquals("true", browser.value(SHOWN + ".querySelector('details[open] canvas').dataset.drawn"));
        keep("history-light");
    }

    @Test
    @DisplayName("two hundred rows stay below 3 MB")
    void twoHundredRows() throws IOException {
        long bytes = Files.size(large);
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        open(large);
        Object ready = browser.value("document.documentElement.dataset.ready");
        Object painted = browser.value("performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
        System.out.println("report page of 200 rows: " + bytes / 1000 + " kB, ready after " + ready
                + " ms, painted after " + painted + " ms");
        assertTrue(Integer.parseInt(String.valueOf(ready)) > 0);
        assertEquals(
                "200",
                String.valueOf(
                        browser.value(
                                "[...document.querySelectorAll('nav .count')].reduce((sum, c) => sum + Number(c.textContent), 0)")));
    }
}
