package io.assay.router.peers;

import io.assay.workload.RouteSpec;
import java.util.List;

/** What routes lead to: the value that every router is given to keep, so that all pay the same way to the answer. */
final class Target {
    final int index;
    final String[] names;

    Target(RouteSpec route) {
        index = route.index();
        List<String> declared = route.template().names();
        names = declared.toArray(String[]::new);
    }
}
