package io.assay.json.peers;

import java.util.List;

/** The bound: documents that were written before are copied. Nothing is converted; what is read is what was drawn. */
final class MemoryCopy implements JsonAdapter {
    private final Object[] objects;
    private final byte[][] documents;
    private final byte[] target;
    private final byte[] source;
    /** The place of the last one; as a rule the next is behind it, so that nothing is looked up. */
    private int written;

    private int read;

    MemoryCopy(List<Object> objects, List<byte[]> documents) {
        this.objects = objects.toArray();
        this.documents = documents.toArray(byte[][]::new);
        int longest = documents.stream().mapToInt(d -> d.length).max().orElse(0);
        target = new byte[longest];
        source = new byte[longest];
    }

    @Override
    public byte[] write(Object value) {
        written = place(objects, value, written);
        System.arraycopy(documents[written], 0, target, 0, length());
        return target;
    }

    @Override
    public int length() {
        return documents[written].length;
    }

    @Override
    public Object read(byte[] document, int length) {
        System.arraycopy(document, 0, source, 0, length);
        if (document == target) return objects[written];
        read = place(documents, document, read);
        return objects[read];
    }

    private static int place(Object[] all, Object one, int last) {
        int i = last;
        do {
            i = i + 1 == all.length ? 0 : i + 1;
            if (all[i] == one) return i;
        } while (i != last);
        throw new IllegalArgumentException("none of those that are copied");
    }
}
