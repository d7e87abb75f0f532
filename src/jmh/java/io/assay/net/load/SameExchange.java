package io.assay.net.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request and one answer. */
record SameExchange(byte[] request, byte[] body) implements Exchanges {
    @Override
    public void request(long number, ByteBuffer to) {
        to.put(request);
    }

    @Override
    public void check(long number, int status, byte[] bytes, int bodyFrom, int bodyTo) {
        if (status != 200 || !Arrays.equals(bytes, bodyFrom, bodyTo, body, 0, body.length)) {
            throw new WrongAnswerException("request " + number + " was answered by " + status + " "
                    + new String(bytes, bodyFrom, bodyTo - bodyFrom, StandardCharsets.UTF_8) + " instead of 200 "
                    + new String(body, StandardCharsets.UTF_8));
        }
    }
}
