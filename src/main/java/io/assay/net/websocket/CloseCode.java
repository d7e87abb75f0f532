package io.assay.net.websocket;

/** Why a connection is closed (RFC 6455 section 7.4 and the registry of its section 11.7). */
public final class CloseCode {
    /** The purpose is fulfilled. */
    public static final int NORMAL = 1000;
    /** A server goes down, or a page is left. */
    public static final int GOING_AWAY = 1001;
    /** The peer broke the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** The peer sent a kind of data that is not taken. */
    public static final int UNSUPPORTED_DATA = 1003;
    /** Never on the wire: a close frame without a code. */
    public static final int NONE = 1005;
    /** Never on the wire: the connection ended without a close frame. */
    public static final int ABNORMAL = 1006;
    /** Text that is not UTF-8. */
    public static final int INVALID_DATA = 1007;
    /** The peer broke a rule that has no code of its own. */
    public static final int POLICY = 1008;
    /** A message that is too big. */
    public static final int TOO_BIG = 1009;
    /** The server met something unexpected. */
    public static final int INTERNAL_ERROR = 1011;

    private CloseCode() {}

    /**
     * Whether a close frame may carry the code: those that the registry defines, 1004 to 1006 and 1015 not among them, and
     * from 3000 to 4999 those of libraries and applications.
     */
    public static boolean isValid(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }
}
