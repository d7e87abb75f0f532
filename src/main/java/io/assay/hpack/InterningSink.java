package io.assay.hpack;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns ranges into strings, those of table entries once for as long as the entry lives. */
final class InterningSink implements HeaderSink {
    private final DecoderTable table;
    private @Nullable StringSink sink;

    InterningSink(DecoderTable table) {
        this.table = table;
    }

    HeaderSink to(StringSink target) {
        if (table.names == null) table.cacheStrings();
        if (sink != target) sink = target;
        return this;
    }

    @Override
    public void field(byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo, int flags) {
        int slot = FieldFlags.slot(flags);
        String nameText = cached(table.names, slot, name, nameFrom, nameTo);
        int valueSlot = (flags & FieldFlags.WHOLE_ENTRY) != 0 ? slot : 0;
        String valueText = cached(table.values, valueSlot, value, valueFrom, valueTo);
        if (sink != null) sink.field(nameText, valueText, flags);
    }

    private static String cached(@Nullable String @Nullable [] cache, int slot, byte[] b, int from, int to) {
        String known = slot == 0 || cache == null ? null : cache[slot];
        if (known != null) return known;
        String made = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        if (slot != 0 && cache != null) cache[slot] = made;
        return made;
    }
}
