package io.assay.inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link Creation}. */
final class CreationOf implements Creation {
    private final Node service;

    CreationOf(Node service) {
        this.service = service;
    }

    @Override
    public Service<?> service() {
        return service;
    }

    @Override
    public ServiceContainer container() {
        return service.container();
    }

    @Override
    public Map<String, ?> properties() {
        return service.properties();
    }

    @Override
    public @Nullable Service<?> asking() {
        return service.asking();
    }

    @Override
    public <D> D get(int parameter, Class<D> type) {
        return type.cast(argument(parameter));
    }

    @Override
    public <D> Optional<D> find(int parameter, Class<D> type) {
        return ((Optional<?>) argument(parameter)).map(type::cast);
    }

    @Override
    public <D> List<D> list(int parameter, Class<D> type) {
        List<D> typed = new ArrayList<>();
        for (Object one : (List<?>) argument(parameter)) {
            typed.add(type.cast(one));
        }
        return typed;
    }

    /** What a constructor's parameter is given: the instance, an optional one, or a list that cannot be changed. */
    Object argument(int parameter) {
        Component<?> component = service.component;
        Edge edge = service.edge(component.parameterWish(parameter));
        if (!edge.gathered()) {
            return edge.provider().instance();
        }
        Edge.Member first = ((Edge.Many) edge).members;
        if (edge.wish().kind == Dependency.Kind.OPTIONAL) {
            return first == null
                    ? Optional.empty()
                    : Optional.of(first.provider().instance());
        }
        List<Object> all = new ArrayList<>();
        for (Edge.Member member = first; member != null; member = member.nextMember) {
            all.add(member.provider().instance());
        }
        return List.copyOf(all);
    }
}
