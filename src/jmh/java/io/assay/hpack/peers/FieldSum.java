package io.assay.hpack.peers;

import io.assay.workload.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes decoded fields. Of each it adds up both lengths and both last characters: little enough not to be what is
 * measured, and a field that was not decoded to its end changes the sum. While it collects it keeps the fields, too.
 */
public final class FieldSum {
    private long sum;
    private @Nullable List<HeaderField> collected;

    /** What one field adds to a sum. */
    public static long of(HeaderField field) {
        FieldSum one = new FieldSum();
        one.add(field.name(), field.value());
        return one.sum;
    }

    /** Sum over all fields since it was made. */
    public long sum() {
        return sum;
    }

    /** Starts to keep the fields. */
    public void collect() {
        collected = new ArrayList<>();
    }

    /** The fields kept since {@link #collect}; ends the collection. */
    public List<HeaderField> collected() {
        List<HeaderField> fields = collected;
        if (fields == null) {
            throw new IllegalStateException("nothing is collected: call collect first");
        }
        collected = null;
        return fields;
    }

    /** Whether fields are kept, and so must be told as text. */
    boolean collecting() {
        return collected != null;
    }

    /** A field of which only lengths and last characters are told. */
    void add(int nameLength, int nameLast, int valueLength, int valueLast) {
        sum += ((long) nameLength << 40) + ((long) valueLength << 20) + nameLast + valueLast;
    }

    /** A field as ranges of bytes. */
    public void add(byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        add(
                nameTo - nameFrom,
                nameTo == nameFrom ? 0 : name[nameTo - 1] & 0xff,
                valueTo - valueFrom,
                valueTo == valueFrom ? 0 : value[valueTo - 1] & 0xff);
        // Kept elsewhere: what only that needs would be worked out for each timed field.
        if (collected != null) keep(name, nameFrom, nameTo, value, valueFrom, valueTo);
    }

    private void keep(byte[] name, int nameFrom, int nameTo, byte[] value, int valueFrom, int valueTo) {
        keep(
                new String(name, nameFrom, nameTo - nameFrom, StandardCharsets.ISO_8859_1),
                new String(value, valueFrom, valueTo - valueFrom, StandardCharsets.ISO_8859_1));
    }

    private void keep(CharSequence name, CharSequence value) {
        Objects.requireNonNull(collected).add(new HeaderField(name.toString(), value.toString()));
    }

    /** A field as strings. */
    public void add(String name, String value) {
        add(name.length(), last(name), value.length(), last(value));
        if (collected != null) keep(name, value);
    }

    /** A field as whatever holds characters, read now because it may change afterwards. */
    public void addText(CharSequence name, CharSequence value) {
        int nameLength = name.length();
        int valueLength = value.length();
        add(
                nameLength,
                nameLength == 0 ? 0 : name.charAt(nameLength - 1),
                valueLength,
                valueLength == 0 ? 0 : value.charAt(valueLength - 1));
        if (collected != null) keep(name, value);
    }

    private static int last(String text) {
        return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
    }
}
