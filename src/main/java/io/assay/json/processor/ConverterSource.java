package io.assay.json.processor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The source of a converter. Names come as words: constants in the code, compared and stored eight bytes at a step. */
final class ConverterSource {
    private final Model model;

    ConverterSource(Model model) {
        this.model = model;
    }

    String text() {
        StringBuilder s = new StringBuilder();
        if (!model.packageName().isEmpty())
            s.append("package ").append(model.packageName()).append(";\n\n");
        s.append(
                "import io.assay.json.FieldNames;\nimport io.assay.json.JsonConverter;\nimport io.assay.json.JsonException;\n");
        s.append("import io.assay.json.JsonInput;\nimport io.assay.json.JsonOutput;\n\n");
        s.append("/** Generated. */\npublic final class ").append(model.converter());
        s.append(" implements JsonConverter<").append(model.type()).append("> {\n");
        s.append("    public static final ").append(model.converter());
        s.append(" INSTANCE = new ").append(model.converter()).append("();\n");
        constants(s);
        write(s);
        new ReadMethods(model, this).append(s);
        Set<String> helpers = new LinkedHashSet<>();
        model.fields().forEach(field -> helpers.addAll(field.shape().helpers()));
        for (String helper : helpers) s.append("\n    ").append(helper).append('\n');
        return s.append("}\n").toString();
    }

    private void constants(StringBuilder s) {
        s.append("    private static final FieldNames NAMES = FieldNames.of(");
        List<String> names =
                model.fields().stream().map(field -> literal(field.json())).toList();
        s.append(String.join(", ", names)).append(");\n");
        for (int i = 0; i < model.fields().size(); i++) {
            byte[] name = name(i);
            if (name.length <= 24) continue;
            s.append("    private static final byte[] NAME_")
                    .append(i)
                    .append(" = ")
                    .append(literal(ascii(name)));
            s.append(".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);\n");
        }
    }

    private void write(StringBuilder s) {
        s.append("\n    @Override\n    public void write(JsonOutput out, ").append(model.type());
        s.append(" value) throws JsonException {\n");
        if (model.fields().isEmpty()) {
            s.append("        out.emptyObject();\n    }\n");
            return;
        }
        s.append("        out.openObject();\n");
        for (int i = 0; i < model.fields().size(); i++) {
            Model.Field field = model.fields().get(i);
            String access = "value." + field.name() + (model.isRecord() ? "()" : "");
            s.append("        ").append(writeName(i)).append("\n        ");
            if (field.shape().writer().indexOf('$') != field.shape().writer().lastIndexOf('$')) {
                // A field is read once, so that it cannot become null in between.
                s.append(field.shape().type())
                        .append(" v")
                        .append(i)
                        .append(" = ")
                        .append(access)
                        .append(";\n        ");
                access = "v" + i;
            }
            s.append(field.shape().write(access)).append('\n');
        }
        s.append("        out.closeObject();\n    }\n");
    }

    private String writeName(int field) {
        byte[] name = name(field);
        if (name.length > 24) return "out.raw(NAME_" + field + ");";
        StringBuilder s = new StringBuilder("out.name(");
        for (int at = 0; at < name.length; at += 8) s.append(word(name, at, 8)).append("L, ");
        return s.append(name.length).append(");").toString();
    }

    static long word(byte[] b, int at, int size) {
        byte[] part = Arrays.copyOfRange(b, at, at + size);
        long word = 0;
        for (int i = size - 1; i >= 0; i--) word = (word << 8) | (part[i] & 0xFF);
        return word;
    }

    /** A name as it is written: the brace or comma before it, quotes, escapes, colon. */
    byte[] name(int field) {
        StringBuilder s = new StringBuilder(field == 0 ? "{\"" : ",\"");
        String json = model.fields().get(field).json();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' || c == '\\') {
                s.append('\\').append(c);
            } else if (c < ' ') {
                s.append(String.format("\\u%04x", (int) c));
            } else {
                s.append(c);
            }
        }
        return s.append("\":").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String ascii(byte[] b) {
        return new String(b, StandardCharsets.ISO_8859_1);
    }

    private static String literal(String s) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                // Octal where it exists: a Unicode escape of LF would be a line's end before the compiler sees a
                // literal.
                literal.append(c > 0xFF ? String.format("\\u%04x", (int) c) : String.format("\\%03o", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
