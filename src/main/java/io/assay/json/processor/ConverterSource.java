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
        read(s);
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

    private void read(StringBuilder s) {
        s.append("\n    @Override\n    public ").append(model.type());
        s.append(" read(JsonInput in) throws JsonException {\n");
        if (!model.isRecord()) {
            s.append("        ")
                    .append(model.type())
                    .append(" value = new ")
                    .append(model.type())
                    .append("();\n");
        }
        String[] targets = new String[model.fields().size()];
        for (int i = 0; i < targets.length; i++) {
            Model.Field field = model.fields().get(i);
            targets[i] = model.isRecord() ? "v" + i : "value." + field.name();
            if (!model.isRecord()) continue;
            s.append("        ")
                    .append(field.shape().type())
                    .append(" v")
                    .append(i)
                    .append(" = ");
            s.append(initial(field.shape().type())).append(";\n");
        }
        s.append("        in.openObject();\n");
        if (model.isRecord()) s.append("        int at = in.offset();\n");
        for (int i = 0; i < targets.length; i++) {
            s.append("        if (")
                    .append(matches(i))
                    .append(") ")
                    .append(targets[i])
                    .append(" = ");
            s.append(model.fields().get(i).shape().reader()).append(";\n");
        }
        s.append(
                "        for (int i = in.nextField(NAMES); i >= 0; i = in.nextField(NAMES)) {\n            switch (i) {\n");
        for (int i = 0; i < targets.length; i++) {
            s.append("                case ")
                    .append(i)
                    .append(" -> ")
                    .append(targets[i])
                    .append(" = ");
            s.append(model.fields().get(i).shape().reader()).append(";\n");
        }
        s.append("                default -> throw new AssertionError(i);\n            }\n        }\n");
        if (model.isRecord()) {
            // What a constructor refuses is the document's fault; what a reader throws has its place already.
            s.append("        try {\n            return new ").append(model.type());
            s.append("(").append(String.join(", ", targets)).append(");\n");
            s.append(
                    "        } catch (RuntimeException e) {\n            throw in.refused(at, e);\n        }\n    }\n");
        } else {
            s.append("        return value;\n    }\n");
        }
    }

    private static String initial(String type) {
        return switch (type) {
            case "int", "long", "double" -> "0";
            case "boolean" -> "false";
            default -> "null";
        };
    }

    private String writeName(int field) {
        byte[] name = name(field);
        if (name.length > 24) return "out.raw(NAME_" + field + ");";
        StringBuilder s = new StringBuilder("out.name(");
        for (int at = 0; at < name.length; at += 8) s.append(word(name, at, 8)).append("L, ");
        return s.append(name.length).append(");").toString();
    }

    private String matches(int field) {
        byte[] name = name(field);
        int n = name.length;
        if (n > 24) return "in.field(NAME_" + field + ")";
        if (n < 8) return "in.field(" + (int) word(name, 0, 4) + ", " + (int) word(name, n - 4, 4) + ", " + n + ")";
        String second = n > 16 ? word(name, 8, 8) + "L, " : "";
        return "in.field(" + word(name, 0, 8) + "L, " + second + word(name, n - 8, 8) + "L, " + n + ")";
    }

    private static long word(byte[] b, int at, int size) {
        byte[] part = Arrays.copyOfRange(b, at, at + size);
        long word = 0;
        for (int i = size - 1; i >= 0; i--) word = (word << 8) | (part[i] & 0xFF);
        return word;
    }

    /** A name as it is written: the brace or comma before it, quotes, escapes, colon. */
    private byte[] name(int field) {
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
