package io.assay.future;

import org.jspecify.annotations.Nullable;

/**
 * Makes promises that are confined to one thread, such as an event loop's for its own handlers: what is done to them needs no
 * atomic operation, which is most of what a promise costs. All else is as with any {@link Promise}.
 *
 * <p>Confined are the promise and what {@link Future#map(java.util.function.Function) map}, {@link Future#recover(
 * java.util.function.Function) recover} and {@link Future#handle(java.util.function.BiFunction) handle} without an executor
 * make of it while it is pending, and so on. Only this thread may register with them, complete and cancel them. Any thread
 * may ask whether they are done and for the result. What {@code flatMap}, {@code recoverWith}, {@code timeout}, an executor, or a
 * combinator makes of them is shared, as it may be made done by another thread.
 */
public final class LocalPromises {
    private final Owner owner = new Owner();

    private LocalPromises() {}

    /** Makes promises that are confined to the calling thread. */
    public static LocalPromises ofCurrentThread() {
        return new LocalPromises();
    }

    /**
     * Makes a pending promise, on any thread.
     *
     * @return its methods throw {@link IllegalStateException} on another thread than this one's, as long as checks are on
     */
    public <T extends @Nullable Object> Promise<T> promise() {
        return new Promise<>(owner);
    }
}
