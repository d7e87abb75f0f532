package io.assay.http1;

import java.util.ArrayList;
import java.util.List;

/** What a parser says, in the words of {@link ReferenceParser}. */
final class Outcome {
    private Outcome() {}

    static String of(HeadParser parser, int result) {
        if (result == HeadParser.NEED_MORE) return "more";
        if (result == HeadParser.REFUSED) return parser.error() + " at " + parser.errorOffset();
        return parser instanceof RequestParser r ? of(r, result) : of((ResponseParser) parser, result);
    }

    private static String of(RequestParser p, int length) {
        String framing = p.framing() == Framing.CHUNKED ? "chunked" : p.contentLength() + "";
        return String.join(
                " ",
                length + "",
                p.method() + "",
                p.methodName(),
                p.targetStart() + "-" + p.targetEnd(),
                p.targetForm() + "",
                p.minorVersion() + "",
                framing,
                fields(p.fields()) + "");
    }

    private static String of(ResponseParser p, int length) {
        boolean chunked = p.framing.chunked;
        return String.join(
                " ",
                length + "",
                p.minorVersion() + "",
                p.status() + "",
                p.reasonStart() + "-" + p.reasonEnd(),
                chunked ? "chunked" : p.contentLength() + "",
                fields(p.fields()) + "");
    }

    private static List<ReferenceParser.Field> fields(Fields f) {
        List<ReferenceParser.Field> list = new ArrayList<>();
        for (int i = 0; i < f.count(); i++) {
            String name = new String(
                    f.buffer,
                    f.base + f.nameStart(i),
                    f.nameEnd(i) - f.nameStart(i),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            list.add(new ReferenceParser.Field(
                    f.nameStart(i), f.nameEnd(i), f.valueStart(i), f.valueEnd(i), name, f.value(i)));
        }
        return list;
    }
}
