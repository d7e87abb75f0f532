package io.assay.future.peers;

import io.assay.workload.Token;
import io.assay.workload.TokenTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the benchmarks do, on any library. Each call makes its futures anew, and the lists they are in: a list that is kept
 * grows old, and each future put into it would cost G1's barrier between generations, with its fence, for all libraries alike.
 *
 * @param <P> the side that completes
 * @param <F> the side that reads
 */
public final class FutureShapes<P, F> {
    private final FutureAdapter<P, F> library;
    private final TokenTable table;

    /** The shapes over one library. */
    public FutureShapes(FutureAdapter<P, F> library, TokenTable table) {
        this.library = library;
        this.table = table;
    }

    /** Create, complete, get. */
    public Token createCompleteGet(Token value) {
        P promise = library.promise();
        F future = library.future(promise);
        library.complete(promise, value);
        return library.get(future);
    }

    /** A chain of maps on a future that is done. */
    public Token mapDone(Token value, int n) {
        F future = library.completed(value);
        for (int i = 0; i < n; i++) {
            future = library.map(future);
        }
        return library.get(future);
    }

    /** A chain of maps that is completed when it stands. */
    public Token mapPending(Token value, int n) {
        P promise = library.promise();
        F future = library.future(promise);
        for (int i = 0; i < n; i++) {
            future = library.map(future);
        }
        library.complete(promise, value);
        return library.get(future);
    }

    /** A chain of flatMaps on a future that is done. */
    public Token flatMapDone(Token value, int n) {
        F future = library.completed(value);
        for (int i = 0; i < n; i++) {
            future = library.flatMap(future);
        }
        return library.get(future);
    }

    /** A chain of flatMaps that is completed when it stands. */
    public Token flatMapPending(Token value, int n) {
        P promise = library.promise();
        F future = library.future(promise);
        for (int i = 0; i < n; i++) {
            future = library.flatMap(future);
        }
        library.complete(promise, value);
        return library.get(future);
    }

    /** A failure that passes a chain of maps and is recovered behind it. */
    public Token recover(FutureAdapter.Lost failure, int n) {
        P promise = library.promise();
        F future = library.future(promise);
        for (int i = 0; i < n; i++) {
            future = library.map(future);
        }
        future = library.recover(future);
        library.fail(promise, failure);
        return library.get(future);
    }

    /** All of futures that are done. */
    public long allDone(int index, int n) {
        List<F> futures = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            futures.add(library.completed(table.token(index, i)));
        }
        return library.sum(library.all(futures));
    }

    /** All of futures that are completed later, in order. */
    public long allPending(int index, int n) {
        List<P> promises = new ArrayList<>(n);
        List<F> futures = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            P promise = library.promise();
            promises.add(promise);
            futures.add(library.future(promise));
        }
        Object all = library.all(futures);
        for (int i = 0; i < n; i++) {
            library.complete(promises.get(i), table.token(index, i));
        }
        return library.sum(all);
    }
}
