package io.assay.http1;

/** The standard methods, each as one word. */
final class MethodNames {
    private static final long GET = Words.of("GET");
    private static final long HEAD = Words.of("HEAD");
    private static final long POST = Words.of("POST");
    private static final long PUT = Words.of("PUT");
    private static final long DELETE = Words.of("DELETE");
    private static final long CONNECT = Words.of("CONNECT");
    private static final long OPTIONS = Words.of("OPTIONS");
    private static final long TRACE = Words.of("TRACE");
    private static final long PATCH = Words.of("PATCH");

    private MethodNames() {}

    /** The method whose name this word is, zeros behind it. */
    static RequestMethod find(long name) {
        if (name == GET) return RequestMethod.GET;
        if (name == POST) return RequestMethod.POST;
        if (name == PUT) return RequestMethod.PUT;
        if (name == DELETE) return RequestMethod.DELETE;
        if (name == HEAD) return RequestMethod.HEAD;
        if (name == PATCH) return RequestMethod.PATCH;
        if (name == OPTIONS) return RequestMethod.OPTIONS;
        if (name == CONNECT) return RequestMethod.CONNECT;
        return name == TRACE ? RequestMethod.TRACE : RequestMethod.OTHER;
    }
}
