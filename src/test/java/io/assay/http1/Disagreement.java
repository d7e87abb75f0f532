package io.assay.http1;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The first thing on a connection that a peer understands otherwise than we do.
 *
 * @param error why we refuse, where we do
 * @param ours our message there, null where we have none
 * @param theirs the peer's
 */
record Disagreement(Peer peer, Kind kind, Http1Error error, Message ours, Message theirs, byte[] input) {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /** Who does what. */
    enum Kind {
        /** None. */
        AGREED,
        /** We refuse what the peer understands. */
        WE_REFUSE,
        /** Both refuse, we with fewer bytes. */
        WE_ARE_SOONER,
        /** The peer refuses what we understand. */
        THEY_REFUSE,
        /** Both refuse, the peer with fewer bytes. */
        THEY_ARE_SOONER,
        /** We wait for more of what the peer has understood. */
        WE_WAIT,
        /** The peer waits for more of what we have understood. */
        THEY_WAIT,
        /** Method, target, version. */
        OTHER_START,
        /** Fields of the head. */
        OTHER_FIELDS,
        /** Where a message ends, or what is in it. */
        OTHER_BODY
    }

    static Disagreement of(Peer peer, byte[] input) {
        Disagreement first = compare(peer, input);
        if (first.kind != Kind.WE_REFUSE && first.kind != Kind.THEY_REFUSE) return first;
        boolean theyWait = first.kind == Kind.WE_REFUSE && first.theirs == null;
        boolean weWait = first.kind == Kind.THEY_REFUSE && first.ours == null;
        if (!theyWait && !weWait) return first;
        // One has not seen enough: what does it say at the end of the head?
        byte[] ended = Arrays.copyOf(input, input.length + END_OF_HEAD.length);
        System.arraycopy(END_OF_HEAD, 0, ended, input.length, END_OF_HEAD.length);
        Disagreement then = compare(peer, ended);
        if (then.kind != Kind.AGREED) return then;
        return first.as(theyWait ? Kind.WE_ARE_SOONER : Kind.THEY_ARE_SOONER);
    }

    private Disagreement as(Kind other) {
        return new Disagreement(peer, other, error, ours, theirs, input);
    }

    private static Disagreement compare(Peer peer, byte[] input) {
        Connection connection = new RequestConnection(input, BufferKind.ARRAY, Http1Limits.DEFAULT, Strictness.STRICT)
                .run(Splits.none(input.length));
        Reading theirs = peer.read(input);
        List<Message> a = connection.messages();
        List<Message> b = theirs.messages();
        Http1Error error = connection.refusal();
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            Message our = i < a.size() ? a.get(i) : null;
            Message their = i < b.size() ? b.get(i) : null;
            Kind kind = kind(our, error != null, their, theirs.refused());
            if (kind != Kind.AGREED) return new Disagreement(peer, kind, error, our, their, input);
        }
        Kind end = error != null == theirs.refused() ? Kind.AGREED : error != null ? Kind.WE_REFUSE : Kind.THEY_REFUSE;
        Message last = a.isEmpty() || a.get(a.size() - 1).body() != null ? null : a.get(a.size() - 1);
        return new Disagreement(peer, end, error, last, last, input);
    }

    private static Kind kind(Message our, boolean weRefuse, Message their, boolean theyRefuse) {
        if (our == null) return weRefuse ? Kind.WE_REFUSE : Kind.WE_WAIT;
        if (their == null) return theyRefuse ? Kind.THEY_REFUSE : Kind.THEY_WAIT;
        if (!our.start().equals(their.start())) return Kind.OTHER_START;
        if (!our.fields().equals(their.fields())) return Kind.OTHER_FIELDS;
        if (Objects.equals(our.body(), their.body())) return Kind.AGREED;
        if (our.body() == null) return weRefuse ? Kind.WE_REFUSE : Kind.WE_WAIT;
        if (their.body() == null) return theyRefuse ? Kind.THEY_REFUSE : Kind.THEY_WAIT;
        return Kind.OTHER_BODY;
    }
}
