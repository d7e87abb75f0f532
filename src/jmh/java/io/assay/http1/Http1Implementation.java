package io.assay.http1;

import io.assay.harness.api.Labelled;
import io.assay.http1.peers.Http1Adapter;
import io.assay.http1.peers.Http1Adapters;
import io.assay.workload.Http1Inputs;
import io.assay.workload.Http1Workload;

/** The parsers that are measured. What one does more or less than ours stands in its label. */
public enum Http1Implementation implements Labelled {
    /** Ours, strict. */
    ASSAY("strict; ranges in place; Strings when read, well-known names as constants", Http1Adapters::assay),
    /** Ours, lax. */
    ASSAY_LAX("tolerates what Strictness.LAX lists, framing as strict", Http1Adapters::assayLax),
    /** Netty as its pipeline has it. */
    NETTY(
            "validating; Strings and AsciiStrings in a map; body in slices; less work: Host not looked at, "
                    + "target not checked, obs-fold and major version 2 accepted",
            Http1Adapters::netty),
    /** Netty without its checks of names and values. */
    NETTY_LAX("less work: names and values not checked; else as NETTY", Http1Adapters::nettyLax),
    /** Jetty, its cache of fields off: many clients' values come here, as behind a proxy, and thrash it. */
    JETTY(
            "validating, RFC9110 compliance; field objects in a list; its cache of fields off, which these many clients "
                    + "would thrash; less work: target's form not checked, bare LF and major version 2 accepted",
            Http1Adapters::jetty),
    /** Jetty as its server makes it for one connection. */
    JETTY_CACHED(
            "as JETTY with its server's default cache of fields, 1,024 bytes a connection", Http1Adapters::jettyCached),
    /** Undertow. */
    UNDERTOW(
            "validating; HttpStrings and Strings in a new exchange's map; more work: cuts and decodes path and query; "
                    + "less work: Host, framing and version are looked at later; obs-fold accepted",
            Http1Adapters::undertow),
    /** Tomcat. */
    TOMCAT(
            "validating; ranges, Strings when read; requests only; more work: its buffer is filled anew, for it writes into "
                    + "it; less work: Host, framing and version are looked at later, bare LF and obs-fold accepted",
            Http1Adapters::tomcat),
    /** HttpCore. */
    HTTPCORE5(
            "less work: lines copied and cut at the colon when read, characters not checked; Host, framing and version are "
                    + "looked at later, bare LF and obs-fold accepted; its body decoders always copy",
            Http1Adapters::httpCore),
    /** Rapidoid, which only finds the ends of lines. */
    BOUND_RAPIDOID(
            "lower bound: ranges of lines alone, fields not cut until read, nothing validated; no chunks, requests only",
            Http1Adapters::rapidoid);

    private final String label;
    private final Http1Adapters.Factory factory;

    Http1Implementation(String label, Http1Adapters.Factory factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** A parser over the buffers of a workload; each has a copy of its own. */
    public Http1Adapter over(Http1Workload workload, Http1Inputs inputs) {
        return factory.over(inputs.bytes(), workload.responses());
    }

    /** A parser of requests over these bytes. */
    public Http1Adapter over(byte[] requests) {
        return factory.over(requests, false);
    }
}
