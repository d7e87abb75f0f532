package io.assay.router;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of one router as bits: the nine standard ones first, then others in order of registration. */
final class MethodTable {
    static final int MAX = Long.SIZE;
    static final long GET = 1L << HttpMethod.GET.id;
    static final long HEAD = 1L << HttpMethod.HEAD.id;
    private static final long OPTIONS = 1L << HttpMethod.OPTIONS.id;

    private final List<HttpMethod> methods;
    private final Map<HttpMethod, Long> custom;

    MethodTable() {
        methods = new ArrayList<>(List.of(HttpMethod.standard()));
        custom = new HashMap<>();
    }

    private MethodTable(MethodTable other) {
        methods = List.copyOf(other.methods);
        custom = Map.copyOf(other.custom);
    }

    MethodTable immutable() {
        return new MethodTable(this);
    }

    /** A resource that can be read can be asked for its header section (RFC 9110 section 9.3.2). */
    static long withHead(long methods) {
        return (methods & GET) == 0 ? methods : methods | HEAD;
    }

    /** The bit of a method, 0 when no route of this router has it. */
    long bit(HttpMethod method) {
        if (method.id != HttpMethod.CUSTOM) return 1L << method.id;
        Long bit = custom.get(method);
        return bit == null ? 0 : bit;
    }

    /** The bit of a method, a new one if need be; 0 when there are no more. */
    long add(HttpMethod method) {
        long known = bit(method);
        if (known != 0 || methods.size() == MAX) return known;
        long bit = 1L << methods.size();
        methods.add(method);
        custom.put(method, bit);
        return bit;
    }

    /** The methods of these bits and OPTIONS, which a router answers wherever a template matches. */
    Set<HttpMethod> allowed(long bits) {
        Set<HttpMethod> set = new LinkedHashSet<>();
        for (long rest = bits | OPTIONS; rest != 0; rest &= rest - 1) {
            set.add(methods.get(Long.numberOfTrailingZeros(rest)));
        }
        return Collections.unmodifiableSet(set);
    }
}
