package io.assay.http1.peers;

import org.rapidoid.buffer.Buf;
import org.rapidoid.buffer.BufGroup;
import org.rapidoid.bytes.Bytes;
import org.rapidoid.data.BufRange;
import org.rapidoid.data.BufRanges;
import org.rapidoid.http.impl.HttpParser;
import org.rapidoid.net.impl.RapidoidHelper;

/** Rapidoid's parser: finds the ends of lines, validates nothing; names and values are cut here. */
final class RapidoidParser implements Http1Adapter {
    private final HttpParser parser = new HttpParser();
    private final RapidoidHelper helper = new RapidoidHelper();
    private final BufRange part = new BufRange();
    private final Buf in;

    RapidoidParser(byte[] bytes) {
        // One unit holds all, as one of its server's holds a request: the walk over several is slower.
        in = new BufGroup(Integer.highestOneBit(Math.max(bytes.length, 64)) * 2, false).newBuf();
        in.append(bytes);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) {
        run(from, to, sum, false);
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) {
        run(from, to, sum, true);
    }

    private void run(int from, int to, MessageSum sum, boolean read) {
        in.position(from);
        while (in.position() < to) {
            parser.parse(in, helper);
            sum.head(helper.headers.count, helper.uri.length);
            int body = helper.isGet.value ? 0 : helper.body.length;
            sum.body(body);
            if (read) {
                read(body, sum);
            }
        }
    }

    private void read(int body, MessageSum sum) {
        Bytes bytes = in.bytes();
        sum.request(helper.verb.str(in), helper.uri.str(in), helper.protocol.str(in));
        BufRanges lines = helper.headers;
        for (int i = 0; i < lines.count; i++) {
            BufRange line = lines.ranges[i];
            int colon = line.start;
            int end = line.limit();
            while (colon < end && bytes.get(colon) != ':') {
                colon++;
            }
            int value = Math.min(colon + 1, end);
            while (value < end && blank(bytes.get(value))) {
                value++;
            }
            while (end > value && blank(bytes.get(end - 1))) {
                end--;
            }
            String name = text(line.start, colon);
            sum.field(name, text(value, end));
        }
        for (int i = 0; i < body; i++) {
            sum.body()[i] = bytes.get(helper.body.start + i);
        }
        sum.copied(body);
        sum.bodyRead();
    }

    private String text(int from, int to) {
        part.setInterval(from, to);
        return part.str(in);
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
