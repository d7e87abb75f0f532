package io.assay.json.processor;

/**
 * The source of a converter's reading. Values are kept in variables until the object is closed, and the object is made of
 * them then: stores into an object that was just made need none of a collector's barriers. Only what is not in the order of
 * the class, or not all there, is stored into an object of a class that is there already.
 */
final class ReadMethods {
    private final Model model;
    private final ConverterSource names;
    private final int size;

    ReadMethods(Model model, ConverterSource names) {
        this.model = model;
        this.names = names;
        size = model.fields().size();
    }

    void append(StringBuilder s) {
        s.append("\n    @Override\n    public ").append(model.type());
        s.append(" read(JsonInput in) throws JsonException {\n");
        for (int i = 0; i < size; i++) {
            String type = model.fields().get(i).shape().type();
            line(s, 2, type + " v" + i + " = " + initial(type) + ";");
        }
        line(s, 2, "in.openObject();");
        if (model.isRecord()) {
            record(s);
        } else {
            fields(s);
        }
    }

    private void record(StringBuilder s) {
        line(s, 2, "int at = in.offset();");
        for (int i = 0; i < size; i++) line(s, 2, "if (" + matches("field", i) + ") v" + i + " = " + reader(i) + ";");
        others(s);
        // What a constructor refuses is the document's fault; what a reader throws has its place already.
        line(s, 2, "try {");
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < size; i++) all.append(i == 0 ? "v" : ", v").append(i);
        line(s, 3, "return new " + model.type() + "(" + all + ");");
        line(s, 2, "} catch (RuntimeException e) {");
        line(s, 3, "throw in.refused(at, e);");
        line(s, 2, "}\n    }");
    }

    private void fields(StringBuilder s) {
        line(s, 2, "int n = 0;");
        line(s, 2, "inOrder: {");
        for (int i = 0; i < size; i++) {
            line(s, 3, "if (!" + matches("next", i) + ") break inOrder;");
            line(s, 3, "v" + i + " = " + reader(i) + ";");
            line(s, 3, "n = " + (i + 1) + ";");
        }
        line(s, 3, "if (!in.closeObject()) break inOrder;");
        make(s, 3, false);
        line(s, 3, "return value;\n        }");
        make(s, 2, true);
        line(s, 2, "rest(in, value, n);");
        line(s, 2, "return value;\n    }\n");
        line(s, 1, "private static void rest(JsonInput in, " + model.type() + " value, int n) throws JsonException {");
        // The one that was not next is left to the table.
        for (int i = 1; i < size; i++) {
            line(s, 2, "if (n < " + i + " && " + matches("field", i) + ") " + field(i) + " = " + reader(i) + ";");
        }
        others(s);
        s.append("    }\n");
    }

    private void make(StringBuilder s, int depth, boolean some) {
        line(s, depth, model.type() + " value = new " + model.type() + "();");
        for (int i = 0; i < size; i++) {
            String store = field(i) + " = v" + i + ";";
            line(s, depth, some ? "if (n > " + i + ") " + store : store);
        }
    }

    private void others(StringBuilder s) {
        line(s, 2, "for (int i = in.nextField(NAMES); i >= 0; i = in.nextField(NAMES)) {");
        line(s, 3, "switch (i) {");
        for (int i = 0; i < size; i++) {
            line(s, 4, "case " + i + " -> " + (model.isRecord() ? "v" + i : field(i)) + " = " + reader(i) + ";");
        }
        line(s, 4, "default -> throw new AssertionError(i);\n            }\n        }");
    }

    private String field(int i) {
        return "value." + model.fields().get(i).name();
    }

    private String reader(int i) {
        return model.fields().get(i).shape().reader();
    }

    private static void line(StringBuilder s, int depth, String text) {
        s.append("    ".repeat(depth)).append(text).append('\n');
    }

    private static String initial(String type) {
        return switch (type) {
            case "int", "long", "double" -> "0";
            case "boolean" -> "false";
            default -> "null";
        };
    }

    private String matches(String method, int field) {
        byte[] name = names.name(field);
        int n = name.length;
        StringBuilder call = new StringBuilder("in.").append(method).append('(');
        if (n > 24) return call.append("NAME_").append(field).append(')').toString();
        if (n < 8) {
            call.append((int) ConverterSource.word(name, 0, 4)).append(", ");
            call.append((int) ConverterSource.word(name, n - 4, 4)).append(", ");
        } else {
            for (int at = 0; at == 0 || at + 8 < n; at += 8)
                call.append(ConverterSource.word(name, at, 8)).append("L, ");
            call.append(ConverterSource.word(name, n - 8, 8)).append("L, ");
        }
        return call.append(n).append(')').toString();
    }
}
