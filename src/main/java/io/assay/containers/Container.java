package io.assay.containers;

/**
 * What all containers have in common, and the laws that all of them keep.
 *
 * <ul>
 *   <li><b>Threads.</b> None is thread-safe: one thread at a time, hand-over by the caller's own means.
 *   <li><b>Nulls.</b> None holds null, be it key, value or element. With {@link io.assay.Checks#ENABLED} every method
 *       that takes one refuses null with a {@link NullPointerException} before it changes anything. With checks off the
 *       answer is the library's own: some refuse, some store it.
 *   <li><b>Absence</b> is told by null ({@code get}, {@code remove}, {@code poll}, {@code peek}), never by a default.
 *   <li><b>Order.</b> Maps and sets iterate in no order that may be relied on, and not in the same one from library to
 *       library. Lists keep insertion order.
 *   <li><b>Iteration.</b> The {@code forEach...} methods allocate nothing for an element, at most a small object for a
 *       call. The action must not add to or remove from the container that it walks: the result is unspecified (the
 *       JDK's containers tell by a {@link java.util.ConcurrentModificationException}, the others cannot). Who must
 *       modify a list while walking it walks by index, which is defined.
 *   <li><b>Removal during iteration</b> is {@code remove...If}: one pass, each element tested once. The filter must not
 *       touch the container; if it throws, what is left in the container is unspecified.
 *   <li><b>Index ranges</b> of lists are checked by the libraries themselves, always.
 * </ul>
 */
public interface Container {
    /** The number of elements; of entries, for a map. */
    int size();

    /** Whether there is none. */
    boolean isEmpty();

    /** Removes all, and keeps the room that they took. */
    void clear();
}
