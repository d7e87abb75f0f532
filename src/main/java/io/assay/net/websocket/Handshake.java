package io.assay.net.websocket;

import io.assay.http1.Fields;
import io.assay.http1.HeaderName;
import io.assay.http1.RequestMethod;
import io.assay.http1.RequestParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server's side of the opening handshake (RFC 6455 section 4.2). */
public final class Handshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_OCTETS = 16;

    private Handshake() {}

    /** Why a request does not open a WebSocket. */
    public enum Refusal {
        /** It asks for no upgrade, or for none to {@code websocket}. */
        NO_UPGRADE(426),
        /** Another method than GET. */
        NOT_GET(405),
        /** A version other than 13, or none: the answer names 13 in {@code Sec-WebSocket-Version} (section 4.4). */
        UNSUPPORTED_VERSION(426),
        /** A key that is missing, repeated, or not 16 octets in base64. */
        BAD_KEY(400);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        /** The status code to answer with. */
        public int status() {
            return status;
        }
    }

    /** What is wrong with a request; null if it opens a WebSocket (section 4.2.1). */
    public static @Nullable Refusal check(RequestParser head) {
        if (head.method() != RequestMethod.GET) return Refusal.NOT_GET;
        Fields fields = head.fields();
        if (!head.upgrade() || !namesWebSocket(fields)) return Refusal.NO_UPGRADE;
        int version = fields.indexOf(HeaderName.SEC_WEBSOCKET_VERSION);
        if (version < 0 || !fields.valueEquals(version, "13")) return Refusal.UNSUPPORTED_VERSION;
        int key = fields.indexOf(HeaderName.SEC_WEBSOCKET_KEY, 0);
        boolean once = key >= 0 && fields.indexOf(HeaderName.SEC_WEBSOCKET_KEY, key + 1) < 0;
        return once && isKey(fields.value(key)) ? null : Refusal.BAD_KEY;
    }

    private static boolean namesWebSocket(Fields fields) {
        for (int i = fields.indexOf(HeaderName.UPGRADE); i >= 0; i = fields.indexOf(HeaderName.UPGRADE, i + 1)) {
            for (String protocol : fields.value(i).split(",", -1)) {
                if (protocol.strip().toLowerCase(Locale.ROOT).equals("websocket")) return true;
            }
        }
        return false;
    }

    /**
     * The subprotocol to speak (section 4.2.2): the first of ours that the client has offered.
     *
     * @param spoken the preferred one first
     * @return null if none was offered: then the answer names none
     */
    public static @Nullable String subprotocol(Fields fields, List<String> spoken) {
        if (spoken.isEmpty()) return null;
        Set<String> offered = new HashSet<>();
        int i = fields.indexOf(HeaderName.SEC_WEBSOCKET_PROTOCOL);
        for (; i >= 0; i = fields.indexOf(HeaderName.SEC_WEBSOCKET_PROTOCOL, i + 1)) {
            for (String name : fields.value(i).split(",", -1)) offered.add(name.strip());
        }
        for (String name : spoken) {
            if (offered.contains(name)) return name;
        }
        return null;
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_OCTETS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The value of {@code Sec-WebSocket-Accept} for a key (section 4.2.2). */
    public static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
