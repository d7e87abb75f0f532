package io.assay.json.peers;

import io.assay.json.JsonCodec;
import io.assay.json.JsonTypes;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a library writes and reads with what was drawn, before anything is timed. */
public final class JsonVerifier {
    private static final ObjectMapper TREES = JsonMapper.builder().build();

    private JsonVerifier() {}

    /** The documents as all are given them. */
    public static List<byte[]> documents(Class<?> type, List<Object> objects) throws Exception {
        JsonCodec codec = JsonTypes.of(type).newCodec();
        byte[][] documents = new byte[objects.size()][];
        for (int i = 0; i < documents.length; i++) documents[i] = codec.toBytes(objects.get(i));
        return List.of(documents);
    }

    /**
     * Compares every document and object.
     *
     * @throws IllegalStateException with the first that is wrong
     */
    public static void verify(
            String who, JsonAdapter adapter, Class<?> type, List<Object> objects, List<byte[]> documents)
            throws Exception {
        JsonCodec codec = JsonTypes.of(type).newCodec();
        for (int i = 0; i < objects.size(); i++) {
            byte[] document = documents.get(i);
            // Jackson's, which is none of ours, says what an object means as a document: ours are compared with it too.
            JsonNode right = meaning(objects.get(i));
            means(right, "the document", document);
            means(right, who + " writes", Arrays.copyOf(adapter.write(objects.get(i)), adapter.length()));
            Object read = adapter.read(document, document.length);
            if (!right.equals(meaning(read))) {
                throw new IllegalStateException(who + " reads " + meaning(read) + ": right is " + right);
            }
            compare(who + " reads", document, codec.toBytes(read));
            byte[] again = adapter.writeToRead(objects.get(i));
            compare(who + " reads its own", document, codec.toBytes(adapter.read(again, adapter.length())));
        }
    }

    /**
     * The same by our own codec alone, as the tests hold it against {@link #verify}: a fork has no time for another
     * library's trees.
     *
     * @throws IllegalStateException with the first that is wrong
     */
    public static void check(
            String who, JsonAdapter adapter, Class<?> type, List<Object> objects, List<byte[]> documents)
            throws Exception {
        JsonCodec codec = JsonTypes.of(type).newCodec();
        for (int i = 0; i < objects.size(); i++) {
            byte[] document = documents.get(i);
            byte[] written = Arrays.copyOf(adapter.write(objects.get(i)), adapter.length());
            compare(who + " writes", document, codec.toBytes(codec.read(written, 0, written.length, type)));
            compare(who + " reads", document, codec.toBytes(adapter.read(document, document.length)));
            byte[] again = adapter.writeToRead(objects.get(i));
            compare(who + " reads its own", document, codec.toBytes(adapter.read(again, adapter.length())));
        }
    }

    private static JsonNode meaning(Object object) {
        return TREES.readTree(TREES.writeValueAsBytes(object));
    }

    private static void means(JsonNode right, String who, byte[] document) throws Exception {
        if (!right.equals(TREES.readTree(document))) {
            throw new IllegalStateException(who + " " + new String(document, "UTF-8") + ": right is " + right);
        }
    }

    private static void compare(String who, byte[] right, byte[] found) throws Exception {
        if (!Arrays.equals(right, found)) {
            throw new IllegalStateException(
                    who + " " + new String(found, "UTF-8") + ": right is " + new String(right, "UTF-8"));
        }
    }
}
