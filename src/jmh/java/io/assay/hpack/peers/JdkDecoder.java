package io.assay.hpack.peers;

import io.assay.workload.HpackWorkload;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;

/**
 * The decoder inside {@code java.net.http}. Its package is not exported, and a compiler that targets a release cannot be
 * told to export it; so it is reached by constant method handles and a callback of the lambda factory, which compile to
 * the same direct calls. Needs {@code --add-exports java.net.http/jdk.internal.net.http.hpack=ALL-UNNAMED}.
 */
final class JdkDecoder implements HpackDecoderAdapter {
    private static final MethodHandle NEW;
    private static final MethodHandle DECODE;
    /** Makes a {@code DecodingCallback} that calls {@link #text} of its argument. */
    private static final MethodHandle TEXT_CALLBACK;
    /** Makes a {@code DecodingCallback} that calls {@link #strings} of its argument. */
    private static final MethodHandle STRING_CALLBACK;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            Class<?> decoder = Class.forName("jdk.internal.net.http.hpack.Decoder");
            Class<?> callback = Class.forName("jdk.internal.net.http.hpack.DecodingCallback");
            NEW = lookup.findConstructor(decoder, MethodType.methodType(void.class, int.class))
                    .asType(MethodType.methodType(Object.class, int.class));
            DECODE = lookup.findVirtual(
                            decoder,
                            "decode",
                            MethodType.methodType(void.class, ByteBuffer.class, boolean.class, callback))
                    .asType(MethodType.methodType(
                            void.class, Object.class, ByteBuffer.class, boolean.class, Object.class));
            TEXT_CALLBACK = callback(lookup, callback, "text");
            STRING_CALLBACK = callback(lookup, callback, "strings");
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(new IllegalStateException(
                    "the JDK's HPACK decoder is out of reach: needs --add-exports "
                            + "java.net.http/jdk.internal.net.http.hpack=ALL-UNNAMED",
                    e));
        }
    }

    private final Object decoder;
    private final Object textCallback;
    private final Object stringCallback;
    private final ByteBuffer in;
    private FieldSum target = new FieldSum();

    JdkDecoder(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        try {
            decoder = (Object) NEW.invokeExact(HpackWorkload.TABLE_SIZE);
            textCallback = (Object) TEXT_CALLBACK.invokeExact(this);
            stringCallback = (Object) STRING_CALLBACK.invokeExact(this);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make the JDK's decoder", e);
        }
    }

    private static MethodHandle callback(MethodHandles.Lookup lookup, Class<?> type, String method) throws Throwable {
        MethodType field = MethodType.methodType(void.class, CharSequence.class, CharSequence.class);
        return LambdaMetafactory.metafactory(
                        lookup,
                        "onDecoded",
                        MethodType.methodType(type, JdkDecoder.class),
                        field,
                        lookup.findVirtual(JdkDecoder.class, method, field),
                        field)
                .getTarget()
                .asType(MethodType.methodType(Object.class, JdkDecoder.class));
    }

    @SuppressWarnings("UnusedMethod") // called through TEXT_CALLBACK
    private void text(CharSequence name, CharSequence value) {
        target.addText(name, value);
    }

    @SuppressWarnings("UnusedMethod") // called through STRING_CALLBACK
    private void strings(CharSequence name, CharSequence value) {
        target.add(name.toString(), value.toString());
    }

    @Override
    public void decode(int from, int to, FieldSum sum) throws Exception {
        run(from, to, sum, textCallback);
    }

    @Override
    public void decodeToStrings(int from, int to, FieldSum sum) throws Exception {
        run(from, to, sum, stringCallback);
    }

    private void run(int from, int to, FieldSum sum, Object callback) throws Exception {
        if (target != sum) target = sum; // the barrier of a write would be measured
        in.limit(to).position(from);
        try {
            DECODE.invokeExact(decoder, in, true, callback);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
