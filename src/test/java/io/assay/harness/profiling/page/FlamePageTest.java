package io.assay.harness.profiling.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.browser.Browser;
import io.assay.harness.browser.WithBrowser;
import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithBrowser.class)
@DisplayName("A flame graph in a browser")
class FlamePageTest {
    private static final String NASTY = "a.B.</script><img src=http://example.invalid/x onerror=alert(1)>{{table}}";
    private static final FlamePage.Text TEXT = new FlamePage.Text(
            "a.B.work <&>",
            List.of("1000 samples"),
            "samples",
            new FlamePage.Rows("Top frames", List.of("self", "frame"), List.of(List.of("60%", NASTY))));
    private static final String VISIBLE = "[...document.querySelectorAll('.frame')]";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void take(Browser shared) throws IOException {
        browser = shared;
        browser.size(1200, 900);
    }

    private static Stack stack(long samples, String... names) {
        return new Stack(Arrays.stream(names).map(FlamePageTest::frame).toList(), samples, samples);
    }

    private static Frame frame(String name) {
        return new Frame(name, Frame.Kind.JAVA);
    }

    private static void open(String name, String page) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, page);
        browser.open(file);
        assertEquals(List.of(), browser.complaints());
    }

    private static void openSingle() throws IOException {
        open(
                "single.html",
                FlamePage.of(
                        TEXT,
                        new Profile(
                                List.of(
                                        stack(600, "a.B.work", NASTY),
                                        stack(300, "a.B.work", "a.B.cold", "java.util.HashMap.get"),
                                        stack(100, "[JMH loop]")),
                                List.of(stack(50, "[GC]", "mark")))));
    }

    private static Object texts() throws IOException {
        return browser.value(VISIBLE + ".map(f => f.textContent).sort().join('|')");
    }

    @Test
    void showsEveryFrameAsWideAsItsShareAndAsksTheNetworkForNothing() throws IOException {
        openSingle();
        assertEquals(7, browser.value(VISIBLE + ".length"));
        assertTrue(String.valueOf(texts()).contains(NASTY), () -> "names are text, not markup");
        assertEquals(0, browser.value("document.querySelectorAll('img').length"));
        double work = ((Number)
                        browser.value(VISIBLE + ".find(f => f.textContent === 'a.B.work').getBoundingClientRect().width"
                                + " / document.getElementById('graph').clientWidth"))
                .doubleValue();
        assertEquals(900.0 / 1050, work, 0.005);
        assertTrue(String.valueOf(browser.value(VISIBLE + ".find(f => f.textContent === 'a.B.work').title"))
                .contains("90.00% of the benchmark"));
        assertEquals(
                List.of(),
                browser.requests().stream()
                        .filter(url -> !url.startsWith("file:") || !url.endsWith(".html"))
                        .filter(url -> !url.equals("data:,") && !url.equals("about:blank"))
                        .toList());
    }

    @Test
    void searchMarksFramesAndAddsUpTheirShare() throws IOException {
        openSingle();
        browser.value("document.getElementById('search').focus()");
        browser.type("hashmap");
        assertEquals("java.util.HashMap.get", browser.value("document.querySelector('.found').textContent"));
        assertEquals("1 frame, 30.00%", browser.value("document.getElementById('matched').textContent"));
        browser.value("document.getElementById('search').select()");
        browser.type("/^a\\.B/");
        assertEquals("3 frames, 90.00%", browser.value("document.getElementById('matched').textContent"));
        browser.press("Escape");
        assertEquals(0, browser.value("document.querySelectorAll('.found').length"));
    }

    @Test
    void keysWalkZoomAndReset() throws IOException {
        openSingle();
        browser.value("document.querySelector('.frame[tabindex=\"0\"]').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowRight");
        assertEquals("a.B.cold", browser.value("document.activeElement.textContent"));
        assertTrue(String.valueOf(browser.value("document.getElementById('detail').textContent"))
                .startsWith("a.B.cold: 30.00%"));
        browser.press("Enter");
        assertEquals("a.B.cold|a.B.work|java.util.HashMap.get", texts());
        browser.press("Escape");
        assertEquals(7, browser.value(VISIBLE + ".length"));
    }

    @Test
    void aDifferentialGraphShowsWhatVanishedAndPalesWhatIsNoise() throws IOException {
        Profile base =
                new Profile(List.of(stack(800, "a.B.work", "a.B.same"), stack(200, "a.B.work", "a.B.gone")), List.of());
        Profile head = new Profile(
                List.of(stack(1700, "a.B.work", "a.B.same"), stack(300, "a.B.work", "a.B.fresh")), List.of());
        open("diff.html", FlamePage.of(TEXT, base, head, Set.of(frame("a.B.gone"), frame("a.B.fresh"))));
        assertEquals("a.B.fresh|a.B.gone|a.B.same|a.B.work", texts());
        assertEquals("a.B.gone", browser.value("document.querySelector('.gone').textContent"));
        String vanished = String.valueOf(browser.value("document.querySelector('.gone').title"));
        assertTrue(vanished.contains("base 20.00%, head 0.00%") && vanished.contains("vanished"), vanished);
        String fresh = String.valueOf(browser.value(VISIBLE + ".find(f => f.textContent === 'a.B.fresh').title"));
        assertTrue(fresh.contains("+15.00 points, above noise, new"), fresh);
        String same = String.valueOf(browser.value(VISIBLE + ".find(f => f.textContent === 'a.B.same').title"));
        assertTrue(same.contains("within noise"), same);
        browser.value(
                "{ const w = document.getElementById('width'); w.value = '1'; w.dispatchEvent(new Event('change')); }");
        assertEquals("a.B.fresh|a.B.same|a.B.work", texts(), "in head's own widths what vanished has none");
    }

    @Test
    void aProfileWithoutSamplesSaysSo() throws IOException {
        open("empty.html", FlamePage.of(TEXT, new Profile(List.of(), List.of())));
        assertEquals("No samples.", browser.value("document.getElementById('detail').textContent"));
    }

    @Test
    void thePageForbidsItselfEveryRequest() {
        String page = FlamePage.of(TEXT, new Profile(List.of(), List.of()));
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(page.matches("(?s).*(src|href)=\"(?!data:,).*"));
    }
}
