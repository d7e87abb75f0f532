package io.assay.net.tcp;

/**
 * What a loop has done so far and holds now. Read from another thread the figures may each be a little older or newer.
 *
 * @param accepted connections that servers took
 * @param connected connections that this side opened
 * @param closed connections of both kinds that have ended, whatever the reason
 * @param timedOut connections whose deadline passed or that were idle for too long
 * @param failed connections that an error ended: a reset, a limit, a handler that threw
 * @param acceptFailures attempts to accept that the system refused, as when it has no file descriptors left
 * @param bytesRead bytes that came
 * @param bytesWritten bytes that the system took
 * @param buffers buffers and arrays in use; 0 when no connection holds input or output
 * @param bufferBytes their size: what the peers' slowness costs
 */
public record NetCounts(
        long accepted,
        long connected,
        long closed,
        long timedOut,
        long failed,
        long acceptFailures,
        long bytesRead,
        long bytesWritten,
        long buffers,
        long bufferBytes) {
    /** Connections that are open now. */
    public long open() {
        return accepted + connected - closed;
    }
}
