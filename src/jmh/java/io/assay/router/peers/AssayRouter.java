package io.assay.router.peers;

import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import io.assay.router.RouteMatch;
import io.assay.router.Router;
import io.assay.workload.RequestMethod;
import io.assay.workload.RouteSpec;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import java.nio.charset.StandardCharsets;

/** Our router. */
abstract class AssayRouter implements RouterAdapter {
    final HttpMethod[] methods = new HttpMethod[RequestMethod.values().length];
    final Router<Target> router;
    final RouteMatch<Target> match;

    AssayRouter(RouteTable table) {
        for (RequestMethod method : RequestMethod.values()) {
            methods[method.ordinal()] = HttpMethod.of(method.name());
        }
        Router.Builder<Target> builder = Router.builder();
        for (RouteSpec route : table.routes()) {
            builder.add(methods[route.method().ordinal()], route.template().text(), new Target(route));
        }
        router = builder.build();
        match = router.newMatch();
    }

    /** Reads the path where it lies. */
    static final class InPlace extends AssayRouter {
        InPlace(RouteTable table) {
            super(table);
        }

        @Override
        public int match(int method, byte[] bytes, int from, int to) {
            return answer(router.match(methods[method], bytes, from, to, match));
        }
    }

    /** Takes a fresh string, as most peers do. */
    static final class OverString extends AssayRouter {
        OverString(RouteTable table) {
            super(table);
        }

        @Override
        public int match(int method, byte[] bytes, int from, int to) {
            String path = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            return answer(router.match(methods[method], path, match));
        }
    }

    final int answer(Outcome outcome) {
        if (outcome == Outcome.FOUND) {
            return match.value().index;
        }
        return outcome == Outcome.METHOD_NOT_ALLOWED ? RouterRequests.METHOD_NOT_ALLOWED : RouterRequests.NOT_FOUND;
    }

    @Override
    public final int parameters() {
        return match.parameterCount();
    }

    @Override
    public final String parameter(int i) {
        return match.text(i);
    }
}
