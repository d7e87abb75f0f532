package io.assay.eventloop.peers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes the adapters of what can wait; each is to be closed. */
public final class AwaitAdapters {
    /** The first JDK with virtual threads. */
    public static final int VIRTUAL_THREADS_SINCE = 21;

    private AwaitAdapters() {}

    /** Ours. */
    public static AwaitAdapter assay() {
        return new AssayAwaits();
    }

    /** Netty's loop. */
    public static AwaitAdapter netty() {
        return new NettyAwaits();
    }

    /** ActiveJ's loop. */
    public static AwaitAdapter activeJ() {
        return new ActiveJAwaits();
    }

    /** Two platform threads. */
    public static AwaitAdapter platformThreads() {
        return new ThreadAwaits(Daemons::thread);
    }

    /**
     * Two virtual threads.
     *
     * @throws IllegalStateException if this JDK has none
     */
    public static AwaitAdapter virtualThreads() {
        MethodHandle unstarted = unstarted();
        return new ThreadAwaits(task -> {
            try {
                return (Thread) unstarted.invoke(task);
            } catch (Throwable e) {
                throw new IllegalStateException("cannot make a virtual thread", e);
            }
        });
    }

    /** As {@link #virtualThreads}, both on one carrier, as a loop has one thread. Before any other virtual thread. */
    public static AwaitAdapter virtualThreadsOnOneCarrier() {
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
        return virtualThreads();
    }

    /** {@code Thread.ofVirtual().unstarted(task)}, which a compiler for Java 17 does not know. */
    private static MethodHandle unstarted() {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder))
                    .invoke();
            return lookup.findVirtual(builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class))
                    .bindTo(ofVirtual);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("virtual threads need JDK " + VIRTUAL_THREADS_SINCE, e);
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are out of reach", e);
        }
    }
}
