package io.assay.http1;

/** The standard methods, each as one word: its octets, and its length in the highest, lest a NUL end a name. */
final class MethodNames {
    private static final long GET = key("GET");
    private static final long HEAD = key("HEAD");
    private static final long POST = key("POST");
    private static final long PUT = key("PUT");
    private static final long DELETE = key("DELETE");
    private static final long CONNECT = key("CONNECT");
    private static final long OPTIONS = key("OPTIONS");
    private static final long TRACE = key("TRACE");
    private static final long PATCH = key("PATCH");

    private MethodNames() {}

    private static long key(String name) {
        return key(Words.of(name), name.length());
    }

    private static long key(long word, int length) {
        return Words.lowest(word, length) | ((long) length << 56);
    }

    /** The method whose name is the first {@code length} octets, 0 to 7, of the word. */
    static RequestMethod find(long word, int length) {
        long name = key(word, length);
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
