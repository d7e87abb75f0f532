package io.assay.harness.run.version;

import java.nio.file.Path;

/** What can be made again at any time, in the place that the operating system, or {@code XDG_CACHE_HOME}, has for it. */
public final class UserCache {
    private UserCache() {}

    /** Where this program keeps things of a kind; perhaps not made yet. */
    public static Path folder(String kind) {
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        String local = System.getenv().getOrDefault("LOCALAPPDATA", "");
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = !xdg.isEmpty()
                ? Path.of(xdg)
                : !local.isEmpty()
                        ? Path.of(local)
                        : System.getProperty("os.name", "").startsWith("Mac")
                                ? home.resolve("Library/Caches")
                                : home.resolve(".cache");
        return caches.resolve("assay").resolve(kind);
    }
}
