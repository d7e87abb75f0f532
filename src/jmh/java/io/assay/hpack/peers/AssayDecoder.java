package io.assay.hpack.peers;

import io.assay.hpack.HeaderSink;
import io.assay.hpack.HpackDecoder;
import io.assay.hpack.HpackException;
import io.assay.hpack.HpackLimits;
import io.assay.hpack.StringSink;
import io.assay.workload.HpackWorkload;

/** Ours: ranges to a sink, or interned strings to another. */
final class AssayDecoder implements HpackDecoderAdapter {
    private final HpackDecoder decoder = new HpackDecoder(HpackWorkload.TABLE_SIZE, HpackLimits.DEFAULT);
    private final byte[] bytes;
    private final HeaderSink ranges = this::addRanges;
    private final StringSink strings = this::addStrings;
    private FieldSum target = new FieldSum();

    AssayDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    private void addRanges(byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo, int flags) {
        target.add(name, nameFrom, nameTo, value, valueFrom, valueTo);
    }

    private void addStrings(String name, String value, int flags) {
        target.add(name, value);
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws HpackException {
        if (target != sum) target = sum; // the barrier of a write would be measured
        decoder.decode(bytes, from, to, ranges);
    }

    @Override
    public void decodeToStrings(int from, int to, FieldSum sum) throws HpackException {
        if (target != sum) target = sum; // the barrier of a write would be measured
        decoder.decode(bytes, from, to, strings);
    }
}
