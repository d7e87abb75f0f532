package io.assay.router.peers;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestTarget;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.Routed;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.RoutingStatus;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.VirtualHost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request without query, body or preferences, as Armeria's router asks about it. Leaner than Armeria's own context,
 * which also parses the target and hashes itself for the route cache: those are not the router's work.
 */
final class ArmeriaContext implements RoutingContext {
    private final HttpMethod method;
    private final String path;
    private @Nullable HttpStatusException deferred;
    private @Nullable Routed<ServiceConfig> result;

    ArmeriaContext(HttpMethod method, String path) {
        this.method = method;
        this.path = path;
    }

    @Override
    public VirtualHost virtualHost() {
        throw new UnsupportedOperationException("only the route cache asks for the host");
    }

    @Override
    public String hostname() {
        return "localhost";
    }

    @Override
    public HttpMethod method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public @Nullable String query() {
        return null;
    }

    @Override
    public QueryParams params() {
        return QueryParams.of();
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public List<MediaType> acceptTypes() {
        return List.of();
    }

    @Override
    public RoutingStatus status() {
        return RoutingStatus.OK;
    }

    @Override
    public SessionProtocol sessionProtocol() {
        return SessionProtocol.H1C;
    }

    @Override
    @Deprecated
    public boolean isCorsPreflight() {
        return false;
    }

    @Override
    public void deferStatusException(HttpStatusException cause) {
        deferred = cause;
    }

    @Override
    public @Nullable HttpStatusException deferredStatusException() {
        return deferred;
    }

    @Override
    public boolean hasResult() {
        return result != null;
    }

    @Override
    public void setResult(Routed<ServiceConfig> found) {
        result = found;
    }

    @Override
    public Routed<ServiceConfig> result() {
        if (result == null) {
            throw new IllegalStateException("no result yet");
        }
        return result;
    }

    @Override
    public RequestTarget requestTarget() {
        throw new UnsupportedOperationException("routes without predicates never look at the target");
    }

    @Override
    public RequestHeaders headers() {
        throw new UnsupportedOperationException("routes without predicates never look at headers");
    }
}
