package io.assay.router.peers;

import io.assay.workload.RouteTable;

/** Makes the adapters. */
public final class RouterAdapters {
    private RouterAdapters() {}

    /** Ours over bytes in place. */
    public static RouterAdapter assay(RouteTable table) {
        return new AssayRouter.InPlace(table);
    }

    /** Ours over fresh strings. */
    public static RouterAdapter assayString(RouteTable table) {
        return new AssayRouter.OverString(table);
    }

    /** Undertow. */
    public static RouterAdapter undertow(RouteTable table) {
        return new UndertowRouter(table);
    }

    /** Jooby. */
    public static RouterAdapter jooby(RouteTable table) {
        return new JoobyRouter(table);
    }

    /** Quarkus. */
    public static RouterAdapter quarkus(RouteTable table) {
        return new QuarkusRouter(table);
    }

    /** Armeria. */
    public static RouterAdapter armeria(RouteTable table) {
        return new ArmeriaRouter(table);
    }

    /** Spring. */
    public static RouterAdapter spring(RouteTable table) {
        return new SpringRouter(table);
    }

    /** One hash map a method. */
    public static RouterAdapter hashMap(RouteTable table) {
        return new HashMapRouter(table);
    }
}
