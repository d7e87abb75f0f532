package io.assay.http1;

import io.assay.http1.Disagreement.Kind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The classes of disagreements with peers, each explained; {@code docs/http1-differences.md} is their table. */
enum Difference {
    /** When a refusal is said. */
    WE_ARE_SOONER(
            d -> d.kind() == Kind.WE_ARE_SOONER,
            "both refuse; ours at the first wrong byte, the peer when it has the whole line",
            "RFC 9112 section 2.2",
            "GET / HTTP/2.",
            Peer.NETTY,
            Peer.JETTY),
    /** When a refusal is said. */
    THEY_ARE_SOONER(
            d -> d.kind() == Kind.THEY_ARE_SOONER,
            "both refuse; the peer a field at a time, ours what needs all fields when it has them",
            "RFC 9112 section 6.3",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\nX",
            Peer.JETTY),
    /** Method. */
    METHOD_NO_TOKEN(
            weRefuse(Http1Error.BAD_METHOD),
            "a method with bytes that no token has is taken",
            "RFC 9112 section 3.1",
            ";GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.JETTY),
    /** Method. */
    METHOD_SPACE(
            weRefuse(Http1Error.BAD_METHOD),
            "white space other than SP ends the method",
            "RFC 9112 section 3",
            "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY),
    /** Target. */
    TARGET_FORM(
            weRefuse(Http1Error.BAD_TARGET),
            "a target is not checked: a second space before it, `#`, a bad percent-encoding, `*` with GET",
            "RFC 9112 section 3.2",
            "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Version. */
    VERSION_SPELLING(
            weRefuse(Http1Error.BAD_VERSION),
            "the version is read in any case, or with something about it",
            "RFC 9112 section 2.3",
            "GET / http/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Version. */
    MAJOR_VERSION(
            weRefuse(Http1Error.VERSION_NOT_SUPPORTED),
            "another major version is read as if it were 1",
            "RFC 9110 section 2.5",
            "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Version. */
    MINOR_VERSION(
            d -> d.kind() == Kind.THEY_REFUSE
                    && d.ours() != null
                    && d.ours().start().matches(".* 1\\.[2-9]"),
            "a minor version above 1 is refused (Netty: with Transfer-Encoding); ours reads it as the highest it knows",
            "RFC 9110 section 2.5",
            "POST / HTTP/1.3\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Ends of lines. */
    BARE_LF(
            weRefuse(Http1Error.BARE_LF),
            "LF alone ends a line (Jetty): **a boundary at stake**; it is skipped before a request line (Netty)",
            "RFC 9112 section 2.2",
            "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Ends of lines. */
    BARE_CR(
            weRefuse(Http1Error.BARE_CR),
            "CR alone is skipped before a request line",
            "RFC 9112 section 2.2",
            "\rGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY),
    /** Ends of lines. */
    EMPTY_LINES(
            weRefuse(Http1Error.TOO_MANY_EMPTY_LINES),
            "any number of empty lines before a request line is skipped; ours skips one by default",
            "RFC 9112 section 2.2",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Folded lines. */
    OBS_FOLD(
            weRefuse(Http1Error.OBS_FOLD),
            "a folded field is put together",
            "RFC 9112 section 5.2",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
            Peer.NETTY),
    /** Host. */
    HOST_MISSING(
            weRefuse(Http1Error.MISSING_HOST),
            "HTTP/1.1 without Host is taken",
            "RFC 9112 section 3.2",
            "GET / HTTP/1.1\r\n\r\n",
            Peer.NETTY),
    /** Host. */
    HOST_TWICE(
            weRefuse(Http1Error.DUPLICATE_HOST),
            "two Host fields are taken: which of them routes is the application's chance",
            "RFC 9112 section 3.2",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            Peer.NETTY),
    /** Host. */
    HOST_FORM(
            weRefuse(Http1Error.BAD_HOST),
            "Host is not checked",
            "RFC 9112 section 3.2",
            "GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n",
            Peer.NETTY),
    /** Host. */
    HOST_STRICTER(
            d -> d.kind() == Kind.THEY_REFUSE && d.ours() != null && !isPlainHost(d.ours()),
            "a Host that the grammar allows is refused: port 0, an empty port, characters that no DNS name has",
            "RFC 3986 section 3.2.2",
            "GET / HTTP/1.1\r\nHost: a:0\r\n\r\n",
            Peer.JETTY),
    /** Framing. */
    CODING_IN_1_0(
            weRefuse(Http1Error.TRANSFER_ENCODING_IN_HTTP_1_0),
            "Transfer-Encoding frames a message of HTTP/1.0, whose framing the RFC calls faulty: **a boundary at stake**",
            "RFC 9112 section 6.1",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            Peer.JETTY),
    /** Framing. */
    CODING_UNKNOWN(
            weRefuse(Http1Error.UNKNOWN_TRANSFER_CODING),
            "a coding nobody knows before the final chunked is passed on",
            "RFC 9112 section 6.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Framing. */
    CODING_LIST(
            weRefuse(Http1Error.BAD_TRANSFER_ENCODING),
            "before the final chunked anything may be, also what is no coding's name",
            "RFC 9112 section 6.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ?, chunked\r\n\r\n0\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Expect. */
    EXPECTATION(
            weRefuse(Http1Error.UNKNOWN_EXPECTATION),
            "an expectation other than 100-continue is left to the application",
            "RFC 9110 section 10.1.1",
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: x\r\nContent-Length: 0\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Trailers. */
    TRAILER_FRAMES(
            weRefuse(Http1Error.FORBIDDEN_TRAILER),
            "a trailer that frames or routes is dropped, or handed on",
            "RFC 9110 section 6.5.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 9\r\n\r\n",
            Peer.NETTY,
            Peer.JETTY),
    /** Chunks. */
    CHUNK_ABOVE_2_31(
            d -> d.kind() == Kind.THEY_REFUSE
                    && d.ours() != null
                    && d.ours().body() == null
                    && hasLongNumber(d.input()),
            "a chunk of 2^31 bytes or more is refused; ours counts to 2^63 - 1",
            "RFC 9112 section 7.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nx",
            Peer.NETTY),
    /** Chunks. */
    EXTENSION_FORM(
            weRefuse(Http1Error.BAD_CHUNK_EXTENSION),
            "a chunk extension is skipped to the end of its line, whatever it is",
            "RFC 9112 section 7.1.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;=v\r\nx\r\n0\r\n\r\n",
            Peer.NETTY),
    /** Chunks. */
    EXTENSION_OBS_TEXT(
            d -> d.kind() == Kind.THEY_REFUSE && d.ours() != null && d.ours().body() != null && hasObsText(d.input()),
            "bytes above 7F in a quoted chunk extension are refused; the grammar has them as obs-text",
            "RFC 9112 section 7.1.1",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;q=\"\u00e1\"\r\nx\r\n0\r\n\r\n",
            Peer.NETTY),
    /** Fields. */
    VALUE_CASE(
            d -> d.kind() == Kind.OTHER_FIELDS
                    && d.ours()
                            .fields()
                            .toString()
                            .equalsIgnoreCase(d.theirs().fields().toString()),
            "values that Jetty knows come in its own spelling",
            "RFC 9110 section 5.5",
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
            Peer.JETTY),
    /** Fields. */
    VALUE_SPACE(
            d -> d.kind() == Kind.OTHER_FIELDS && stripped(d.ours()).equals(stripped(d.theirs())),
            "HTAB before a value is taken as part of it, behind a message whose field of that name was empty",
            "RFC 9110 section 5.5",
            "GET / HTTP/1.1\r\nHost: a\r\nAccept:\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nAccept: \tb\r\n\r\n",
            Peer.JETTY);

    private static final Pattern PLAIN_HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-f:]+])(:[1-9][0-9]*)?");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9a-fA-F]{8}");

    private final Predicate<Disagreement> is;
    private final String explanation;
    private final String section;
    private final String example;
    private final Set<Peer> peers;

    Difference(
            Predicate<Disagreement> is, String explanation, String section, String example, Peer first, Peer... more) {
        this.is = is;
        this.explanation = explanation;
        this.section = section;
        this.example = example;
        peers = EnumSet.of(first, more);
    }

    private static Predicate<Disagreement> weRefuse(Http1Error error) {
        return d -> d.kind() == Kind.WE_REFUSE && d.error() == error;
    }

    private static boolean hasLongNumber(byte[] input) {
        return LONG_NUMBER
                .matcher(new String(input, StandardCharsets.ISO_8859_1))
                .find();
    }

    private static boolean hasObsText(byte[] input) {
        for (byte b : input) if (b < 0) return true;
        return false;
    }

    private static boolean isPlainHost(Message message) {
        return message.fields().stream()
                .filter(field -> field.name().equals("host"))
                .allMatch(field -> PLAIN_HOST.matcher(field.value()).matches());
    }

    private static String stripped(Message message) {
        return message.fields().stream()
                .map(field -> field.name() + ":" + field.value().strip().toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }

    /** The class of a disagreement, if there is one. */
    static Optional<Difference> of(Disagreement disagreement) {
        for (Difference difference : values()) {
            if (difference.peers.contains(disagreement.peer()) && difference.is.test(disagreement)) {
                return Optional.of(difference);
            }
        }
        return Optional.empty();
    }

    Set<Peer> peers() {
        return peers;
    }

    byte[] example() {
        return example.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The row of the table. */
    String row() {
        String shown = example.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\u00e1", "\\xE1");
        String who = peers.stream().map(Peer::toString).collect(Collectors.joining(", "));
        return "| `" + name() + "` | " + who + " | " + explanation + " | " + section + " | `" + shown + "` |";
    }
}
