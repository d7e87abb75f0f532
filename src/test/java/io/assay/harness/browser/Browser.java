package io.assay.harness.browser;

import io.assay.harness.run.version.Versions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.jr.ob.JSON;

/**
 * A headless Chromium, asked over its DevTools protocol: pages are opened in it, scripts are run in them, and every
 * request that they make is written down.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final WebSocket socket;
    private final String session;
    private int number;

    /** The program on the PATH. */
    public static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Browser(Path program) throws IOException {
        profile = Files.createTempDirectory("assay-browser");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1200,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        String endpoint = null;
        for (String line = said.readLine(); line != null && endpoint == null; line = said.readLine()) {
            int at = line.indexOf("ws://");
            endpoint = at < 0 ? null : line.substring(at).strip();
        }
        if (endpoint == null) {
            throw new IOException("the browser ended before it listened");
        }
        drain(said);
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(endpoint), new Ear())
                .join();
        Object target =
                ask("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId");
        session = String.valueOf(ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId"));
        ask(session, "Network.enable", Map.of());
        ask(session, "Page.enable", Map.of());
        ask(session, "Runtime.enable", Map.of());
        ask(session, "Log.enable", Map.of());
    }

    private static void drain(BufferedReader said) {
        Thread thread = new Thread(() -> said.lines().forEach(line -> {}), "browser-stderr");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.append(data);
            if (last) {
                messages.add(JSON.std.mapFrom(heard.toString()));
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private Map<String, Object> ask(String of, String method, Map<String, Object> params) throws IOException {
        number++;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", number);
        message.put("method", method);
        message.put("params", params);
        if (!of.isEmpty()) {
            message.put("sessionId", of);
        }
        socket.sendText(JSON.std.asString(message), true).join();
        Map<String, Object> reply = await(number, "");
        if (reply.containsKey("error")) {
            throw new IOException(method + ": " + reply.get("error"));
        }
        return map(reply.get("result"));
    }

    /** Waits for the reply to a message, or for an event, and notes what comes before it. */
    private Map<String, Object> await(int id, String event) throws IOException {
        try {
            while (true) {
                Map<String, Object> message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new IOException("the browser no longer answers");
                }
                note(message);
                if (Integer.valueOf(id).equals(message.get("id")) || event.equals(message.get("method"))) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void note(Map<String, Object> message) {
        String method = String.valueOf(message.get("method"));
        if (method.equals("Network.requestWillBeSent")) {
            requests.add(String.valueOf(
                    map(map(message.get("params")).get("request")).get("url")));
        } else if (method.equals("Runtime.exceptionThrown") || method.equals("Log.entryAdded")) {
            complaints.add(String.valueOf(message.get("params")));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** Opens a page; what earlier ones asked for and complained of is forgotten. */
    public void open(Path page) throws IOException {
        requests.clear();
        complaints.clear();
        ask(session, "Page.navigate", Map.of("url", page.toUri().toString()));
        var unused = await(-1, "Page.loadEventFired");
    }

    /** The value of an expression in the page. */
    public Object value(String expression) throws IOException {
        return evaluate(expression, false);
    }

    /** The value that a promise brings. */
    public Object promised(String expression) throws IOException {
        return evaluate(expression, true);
    }

    private Object evaluate(String expression, boolean wait) throws IOException {
        Map<String, Object> reply = ask(
                session,
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", wait));
        if (reply.containsKey("exceptionDetails")) {
            throw new IOException(expression + ": " + reply.get("exceptionDetails"));
        }
        return map(reply.get("result")).get("value");
    }

    /** A key, pressed and released as a user does. */
    public void press(String key) throws IOException {
        Map<String, Object> down = new LinkedHashMap<>(Map.of("type", "keyDown", "key", key, "code", key));
        // The keys that a browser itself acts on go by their numbers.
        switch (key) {
            case "Tab" -> down.put("windowsVirtualKeyCode", 9);
            case "Enter" -> down.putAll(Map.of("windowsVirtualKeyCode", 13, "text", "\r"));
            default -> {}
        }
        ask(session, "Input.dispatchKeyEvent", down);
        ask(session, "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** The left button, pressed and released at a place of the window. */
    public void click(double x, double y) throws IOException {
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            ask(
                    session,
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
    }

    /** As wide as a telephone, or as a desk. */
    public void size(int width, int height) throws IOException {
        ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** What the user told the system: {@code prefers-color-scheme}, {@code prefers-reduced-motion}. */
    public void prefer(String feature, String value) throws IOException {
        ask(
                session,
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** What the window shows, as PNG. */
    public byte[] screenshot() throws IOException {
        return Base64.getDecoder()
                .decode(String.valueOf(
                        ask(session, "Page.captureScreenshot", Map.of()).get("data")));
    }

    /** Text, typed into what has the focus. */
    public void type(String text) throws IOException {
        ask(session, "Input.insertText", Map.of("text", text));
    }

    /** What was asked of the network or the disk, the pages themselves among it. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Exceptions of scripts, and what the browser itself warned of: whatever would stand in its console in red. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        Stream<ProcessHandle> children = process.descendants();
        socket.abort();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            // It still writes to its profile, which is about to be removed.
            boolean unused = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Versions.delete(profile);
    }
}
