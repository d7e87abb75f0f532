package io.assay.harness.profiling.stacks;

import java.util.regex.Pattern;

/**
 * One frame, named so that the same code has the same name in every fork and version: without compilation level, line
 * and address, and without the numbers that the JVM and the compilers give to lambdas, proxies and hidden classes in the
 * order in which they happen to be made.
 *
 * @param name as people write it: {@code java.util.HashMap.get}
 * @param kind what kind of code it is
 */
public record Frame(String name, Kind kind) {
    private static final Pattern SUFFIX = Pattern.compile("_\\[([01ijk])\\]$");
    private static final Pattern ADDRESS = Pattern.compile("[./+]?\\[?0x[0-9a-fA-F]+\\]?");
    private static final Pattern LAMBDA_CLASS = Pattern.compile("\\$\\$Lambda(\\$\\d+|/\\d+|\\.\\d+)*");
    private static final Pattern LAMBDA_BODY = Pattern.compile("(lambda\\$[^.;]*?)\\$\\d+$");
    private static final Pattern LAMBDA_FORM = Pattern.compile("(LambdaForm\\$\\w+?)([/.$]?\\d+)+(?=\\.)");
    private static final Pattern GENERATED =
            Pattern.compile("(\\$Proxy|GeneratedMethodAccessor|GeneratedConstructorAccessor|access\\$)\\d+");
    private static final Pattern NATIVE_COPY =
            Pattern.compile("(@@?[A-Z].*|(\\.(isra|part|constprop|cold|llvm)(\\.\\d+)?)+)$");

    /** What kind of code. */
    public enum Kind {
        /** A method, whether it was interpreted, compiled or inlined. */
        JAVA,
        /** A function of the JVM or of a library. */
        NATIVE,
        /** A function of the kernel. */
        KERNEL,
        /** A class whose instances were allocated. */
        TYPE,
        /** A label in brackets: code that was summed up. */
        LABEL
    }

    /**
     * Reads a frame of a converted recording, such as {@code java/util/HashMap.get_[j]}.
     *
     * @param leaf whether it is the innermost one
     * @param allocation whether the innermost frame is an allocated class
     */
    public static Frame of(String raw, boolean leaf, boolean allocation) {
        var suffix = SUFFIX.matcher(raw);
        boolean marked = suffix.find();
        String bare = marked ? raw.substring(0, suffix.start()) : raw;
        if (allocation && leaf && marked) {
            return new Frame(bare.replace('/', '.'), Kind.TYPE);
        }
        if (marked && suffix.group(1).equals("k")) {
            return new Frame(NATIVE_COPY.matcher(bare).replaceFirst(""), Kind.KERNEL);
        }
        return marked
                ? new Frame(java(bare), Kind.JAVA)
                : new Frame(
                        NATIVE_COPY
                                .matcher(ADDRESS.matcher(bare).replaceAll(""))
                                .replaceFirst(""),
                        Kind.NATIVE);
    }

    /** A label, shown in brackets. */
    public static Frame label(String text) {
        return new Frame("[" + text + "]", Kind.LABEL);
    }

    private static String java(String raw) {
        String name = ADDRESS.matcher(raw).replaceAll("");
        name = LAMBDA_CLASS.matcher(name).replaceAll("\\$\\$Lambda");
        name = LAMBDA_BODY.matcher(name).replaceFirst("$1");
        name = LAMBDA_FORM.matcher(name).replaceFirst("$1");
        return GENERATED.matcher(name).replaceAll("$1").replace('/', '.');
    }
}
