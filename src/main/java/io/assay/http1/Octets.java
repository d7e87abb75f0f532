package io.assay.http1;

/** What each octet may be part of, and comparisons of octets with text. */
final class Octets {
    /** {@code tchar} (RFC 9110 section 5.6.2). */
    static final int TOKEN = 1;
    /** What an origin-form target may hold (RFC 3986 sections 3.3 and 3.4), the percent sign included. */
    static final int TARGET = 2;
    /** The same in lax mode: all but controls and space. */
    static final int LAX_TARGET = 4;
    /** {@code reg-name} of a host, without the percent sign (RFC 3986 section 3.2.2). */
    static final int REG_NAME = 8;
    /** What a field value or reason phrase may hold: VCHAR, obs-text, SP, HTAB. */
    static final int TEXT = 16;
    /** The same in lax mode: all but NUL, CR and LF. */
    static final int LAX_TEXT = 32;

    static final int HEX = 64;

    static final byte[] CLASSES = new byte[256];

    static {
        for (int c = '0'; c <= '9'; c++) CLASSES[c] = TOKEN | TARGET | REG_NAME | HEX;
        for (int c = 'a'; c <= 'z'; c++) CLASSES[c] = TOKEN | TARGET | REG_NAME;
        for (int c = 'A'; c <= 'Z'; c++) CLASSES[c] = TOKEN | TARGET | REG_NAME;
        add("abcdefABCDEF", HEX);
        add("!#$%&'*+-.^_`|~", TOKEN);
        add("-._~!$&'()*+,;=", TARGET | REG_NAME);
        add(":@/?%", TARGET);
        for (int c = 0; c < 256; c++) {
            if (c > ' ' && c != 0x7F) CLASSES[c] |= TEXT | LAX_TARGET;
            if (c != 0 && c != '\r' && c != '\n') CLASSES[c] |= LAX_TEXT;
        }
        add(" \t", TEXT);
    }

    private Octets() {}

    private static void add(String chars, int bits) {
        for (int i = 0; i < chars.length(); i++) CLASSES[chars.charAt(i)] |= (byte) bits;
    }

    static boolean is(int octet, int classes) {
        return (CLASSES[octet & 0xFF] & classes) != 0;
    }

    static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t';
    }

    static boolean equal(byte[] b, int from, int to, String text) {
        if (to - from != text.length()) return false;
        for (int i = 0; i < text.length(); i++) {
            if ((b[from + i] & 0xFF) != text.charAt(i)) return false;
        }
        return true;
    }

    static boolean equalIgnoreCase(byte[] b, int from, int to, String text) {
        if (to - from != text.length()) return false;
        for (int i = 0; i < text.length(); i++) {
            if (lower(b[from + i] & 0xFF) != lower(text.charAt(i))) return false;
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
}
