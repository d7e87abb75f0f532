package io.assay.net.echo.peers;

/** Threads that do not keep a fork alive. */
final class Daemons {
    private Daemons() {}

    static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "measured-server");
        thread.setDaemon(true);
        return thread;
    }
}
