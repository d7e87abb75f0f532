package io.assay.http1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses what arrives on a connection, piece by piece, and writes down all that a user of the parsers can see, so that
 * two ways of cutting or storing the same bytes are equal when their logs are.
 */
abstract class Connection {
    private final byte[] bytes;
    private final BufferKind.Source source;
    private final Http1Limits limits;
    private final BodyParser body;
    private final BufferKind.Entries bodyEntries;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<String> log = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();

    /** Of the head, or of what of the body is not done with. */
    private int start;

    private int bodyStart;
    private boolean inBody;
    private boolean refused;
    private boolean over;
    private int calls;

    Connection(byte[] bytes, BufferKind kind, Http1Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
        source = kind.over(bytes);
        body = new BodyParser(limits);
        bodyEntries = new BufferKind.Entries(body::parse, body::parse, body::parse);
    }

    abstract BufferKind.Entries entries();

    abstract void reset();

    abstract Http1Error error();

    abstract int errorOffset();

    abstract Framing framing();

    abstract long contentLength();

    abstract Fields fields();

    /** All about the start line and what follows from the fields. */
    abstract String facts();

    /** The head as a message's neighbours care for it. */
    abstract Message message();

    /** What the pieces up to these ends, in their order, and the connection's end after them lead to. */
    Connection run(int[] ends) {
        for (int end : ends) arrived(end);
        if (over) return this;
        if (inBody) {
            boolean whole = body.endOfInput();
            log.add("closed in body " + text(data.toByteArray()) + ", " + whole + ", " + body.error());
        } else {
            log.add("closed, " + (bytes.length - start) + " bytes left");
        }
        return this;
    }

    private void arrived(int end) {
        boolean more = true;
        while (more && !over) more = inBody ? body(end) : head(end);
    }

    /** Whether there may be more to do before more bytes arrive. */
    private boolean head(int end) {
        if (start == end) return false;
        int n = parse(entries(), end);
        if (n == RequestParser.NEED_MORE) {
            if (end - start > limits.maxHead()) throw new AssertionError("no end of a head of " + (end - start));
            return false;
        }
        if (n == RequestParser.REFUSED) {
            return refused(error() + " at " + (start + errorOffset()));
        }
        log.add(facts() + ", " + framing() + " " + contentLength());
        addFields(fields());
        messages.add(message());
        start += n;
        bodyStart = start;
        inBody = true;
        data.reset();
        body.begin(framing(), contentLength());
        over = framing() == Framing.TUNNEL;
        if (framing() == Framing.NONE || framing() == Framing.TUNNEL || body.done()) ended();
        return true;
    }

    private boolean body(int end) {
        int n = parse(bodyEntries, end);
        if (n == BodyParser.REFUSED) {
            return refused(body.error() + " at " + body.errorOffset() + " behind " + bodyStart + ", body "
                    + text(data.toByteArray()));
        }
        int length = body.dataLength();
        if (length > 0) {
            if (body.dataStart() < 0 || body.dataStart() + length > n) {
                throw new AssertionError("data " + body.dataStart() + "+" + length + " of " + n);
            }
            data.write(bytes, start + body.dataStart(), length);
        }
        start += n;
        if (body.done()) ended();
        return length > 0 || !inBody;
    }

    private void ended() {
        Message head = messages.remove(messages.size() - 1);
        log.add("body " + text(data.toByteArray()) + " to " + start);
        messages.add(head.ended(text(data.toByteArray())));
        if (framing() == Framing.CHUNKED) addFields(body.trailers());
        inBody = false;
        reset();
    }

    private int parse(BufferKind.Entries entries, int end) {
        int n = source.parse(entries, start, end);
        if (n > end - start || n < -1) throw new AssertionError(n + " of " + (end - start) + " bytes");
        // A call takes bytes or is the last before more arrive.
        if (++calls > 4 * bytes.length + 16) throw new AssertionError("calls without end");
        return n;
    }

    private boolean refused(String why) {
        log.add("refused: " + why);
        refused = true;
        over = true;
        return false;
    }

    private void addFields(Fields fields) {
        for (int i = 0; i < fields.count(); i++) {
            log.add(fields.nameStart(i) + "-" + fields.nameEnd(i) + " " + fields.name(i) + " (" + fields.headerName(i)
                    + "): " + fields.valueStart(i) + "-" + fields.valueEnd(i) + " " + fields.value(i));
        }
    }

    static List<Message.Field> list(Fields fields) {
        List<Message.Field> list = new ArrayList<>();
        for (int i = 0; i < fields.count(); i++) list.add(new Message.Field(fields.name(i), fields.value(i)));
        return list;
    }

    private static String text(byte[] latin) {
        return new String(latin, StandardCharsets.ISO_8859_1);
    }

    List<String> log() {
        return log;
    }

    /** The messages in their order; the last one's body may be missing. */
    List<Message> messages() {
        return messages;
    }

    /** Why the connection was refused, or null. */
    Http1Error refusal() {
        if (!refused) return null;
        return inBody ? body.error() : error();
    }
}
