package io.assay.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Inputs as text, one a line: hexadecimal digits (spaces are free) and {@code "text"} with {@code \r \n \t \0 \" \\},
 * in any mixture; what follows {@code #} outside of a text is a remark.
 */
public final class SeedFile {
    private SeedFile() {}

    /** The inputs of a resource. */
    public static List<byte[]> read(String resource) {
        try (InputStream in = SeedFile.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalArgumentException("no resource " + resource);
            List<byte[]> inputs = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                byte[] input = parse(line);
                if (input.length > 0) inputs.add(input);
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] parse(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < line.length() && line.charAt(at) != '#') {
            char c = line.charAt(at);
            if (c == '"') {
                at = text(line, at + 1, out);
            } else if (c <= ' ') {
                at++;
            } else if (at + 2 <= line.length()) {
                out.write(HexFormat.fromHexDigits(line, at, at + 2));
                at += 2;
            } else {
                throw new IllegalArgumentException("half a byte at the end of " + line);
            }
        }
        return out.toByteArray();
    }

    /** Gives the index behind the closing quote. */
    private static int text(String line, int from, ByteArrayOutputStream out) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') return at + 1;
            if (c == '\\' && ++at < line.length()) {
                int escape = "rnt0\"\\".indexOf(line.charAt(at));
                if (escape < 0) throw new IllegalArgumentException("unknown escape in " + line);
                out.write("\r\n\t\0\"\\".charAt(escape));
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new IllegalArgumentException("text without an end in " + line);
    }
}
