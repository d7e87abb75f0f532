package io.assay.router.peers;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.router.RouterImplementation;
import io.assay.workload.RequestMethod;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.assay.workload.RouterWorkload;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each router does with paths that no well-behaved client sends. Ours is the reference; where a peer differs, the
 * difference stands here.
 */
class RouterBadInputTest {
    private static final String NONE = "404";
    private static final RouteTable TABLE = RouterWorkload.GITHUB_HIT.table();

    private static final Map<String, String> OURS = ordered(
            entry("", NONE),
            entry("user", NONE),
            entry("//", NONE),
            entry("//user", NONE),
            entry("/user/", NONE),
            entry("/repos//x", NONE),
            entry("/repos/a/b/", NONE),
            entry("/repos/a/b//", NONE),
            entry("/%zz", NONE),
            entry("/repos/%zz/b", "/repos/{owner}/{repo} %zz b"),
            entry("/repos/a%2Fb/c", "/repos/{owner}/{repo} a%2Fb c"),
            entry("/repos/a;v=1/b", "/repos/{owner}/{repo} a;v=1 b"),
            entry("/" + "a".repeat(65_535), NONE),
            entry("/a".repeat(32_768), NONE),
            entry("/repos".repeat(10_923), NONE));

    private static final Map<RouterImplementation, Map<String, String>> DIFFERENT =
            new EnumMap<>(RouterImplementation.class);

    static {
        DIFFERENT.put(
                RouterImplementation.UNDERTOW,
                ordered(
                        entry("", "/"),
                        entry("user", "/user"),
                        entry("/user/", "/user/{account_id} "),
                        entry("/repos//x", "/repos/{owner}/{repo}  x"),
                        entry("/repos/a/b/", "/repos/{owner}/{repo} a b")));
        DIFFERENT.put(RouterImplementation.JOOBY, ordered(entry("/repos//x", "/repos/{owner}/{repo}  x")));
        DIFFERENT.put(
                RouterImplementation.QUARKUS,
                ordered(
                        entry("/user/", "/user"),
                        entry("/repos//x", "/repos/{owner}/{repo}  x"),
                        entry("/repos/a/b/", "/repos/{owner}/{repo} a b")));
        DIFFERENT.put(
                RouterImplementation.ARMERIA,
                ordered(
                        entry("/repos/%zz/b", "/repos/{owner}/{repo} \ufffd b"),
                        entry("/repos/a%2Fb/c", "/repos/{owner}/{repo} a/b c")));
        DIFFERENT.put(
                RouterImplementation.SPRING,
                ordered(
                        entry("/%zz", "IllegalArgumentException"),
                        entry("/repos/%zz/b", "IllegalArgumentException"),
                        entry("/repos/a%2Fb/c", "/repos/{owner}/{repo} a/b c"),
                        entry("/repos/a;v=1/b", "/repos/{owner}/{repo} a b")));
    }

    @ParameterizedTest
    @EnumSource(value = RouterImplementation.class, names = "BOUND_HASHMAP", mode = EnumSource.Mode.EXCLUDE)
    void everyRouterAnswersAsItIsKnownTo(RouterImplementation implementation) {
        RouterAdapter router = implementation.build(TABLE);
        Map<String, String> different = DIFFERENT.getOrDefault(implementation, Map.of());
        OURS.forEach((path, ours) -> assertEquals(
                different.getOrDefault(path, ours),
                answer(router, path),
                () -> path.substring(0, Math.min(path.length(), 40)) + " of " + path.length() + " characters"));
    }

    private static String answer(RouterAdapter router, String path) {
        byte[] bytes = ("GET " + path + " HTTP/1.1\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            int route = router.match(RequestMethod.GET.ordinal(), bytes, 4, 4 + path.length());
            if (route == RouterRequests.NOT_FOUND) {
                return NONE;
            }
            StringBuilder answer =
                    new StringBuilder(TABLE.routes().get(route).template().text());
            for (int i = 0; i < router.parameters(); i++) {
                answer.append(' ').append(router.parameter(i));
            }
            return answer.toString();
        } catch (IllegalArgumentException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    @SafeVarargs
    private static Map<String, String> ordered(Map.Entry<String, String>... entries) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
