package io.assay.net.http;

import io.assay.future.Future;

/** Answers requests, on the loop's thread. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers a request, at once ({@link Future#value}) or later, from any thread.
     *
     * @param request lent: valid until this method returns
     * @return a failure, like an exception, is answered with 500 and reported; a {@link io.assay.json.JsonException} with 400
     */
    Future<HttpResponse> handle(HttpRequest request) throws Exception;
}
