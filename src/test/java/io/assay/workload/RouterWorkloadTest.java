package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouterWorkloadTest {
    @ParameterizedTest
    @EnumSource(RouterWorkload.class)
    void requestsAreOfTheirKind(RouterWorkload workload) {
        RouteTable table = workload.table();
        RouterRequests requests = workload.requests(table);
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            int route = requests.answer(i).route();
            switch (workload.kind()) {
                case HIT -> assertTrue(route >= 0, requests.path(i));
                case MISS -> assertEquals(RouterRequests.NOT_FOUND, route, requests.path(i));
                case WRONG_METHOD -> assertEquals(RouterRequests.METHOD_NOT_ALLOWED, route, requests.path(i));
            }
            found.add(route);
        }
        if (workload.kind() == RequestKind.HIT) {
            assertEquals(table.routes().size(), found.size(), "every route is asked for");
        }
    }

    @ParameterizedTest
    @EnumSource(RouterWorkload.class)
    void requestsComeOutTheSameEachTime(RouterWorkload workload) {
        RouterRequests once = workload.requests(workload.table(), 500);
        RouterRequests again = workload.requests(workload.table(), 500);
        assertEquals(500, once.size());
        assertArrayEquals(once.bytes(), again.bytes());
        assertArrayEquals(once.methods(), again.methods());
    }

    @Test
    void narrowedTableChangesAnswersAndNotRequests() {
        RouteTable table = RouterWorkload.GITHUB_HIT.table();
        RouterRequests all = RouterWorkload.GITHUB_HIT.requests(table);
        RouterRequests narrowed = RouterWorkload.GITHUB_HIT.requests(table.withoutPartialSegments());
        assertArrayEquals(all.bytes(), narrowed.bytes());
        int changed = 0;
        for (int i = 0; i < all.size(); i++) {
            changed += all.answer(i).equals(narrowed.answer(i)) ? 0 : 1;
        }
        assertEquals(8, changed, "the one route with a partial segment, eight times");
    }

    @Test
    void smallAndLargeTableAreAskedEquallyManyDistinctRequests() {
        assertEquals(16_384, distinct(RouterWorkload.LARGE_100_HIT));
        assertEquals(16_384, distinct(RouterWorkload.LARGE_HIT));
    }

    @Test
    void pathsLieInRequestLines() {
        RouterRequests requests = RouterWorkload.SMALL_HIT.requests(RouterWorkload.SMALL_HIT.table(), 10);
        for (int i = 0; i < requests.size(); i++) {
            assertEquals('/', requests.bytes()[requests.from()[i]]);
            assertEquals(' ', requests.bytes()[requests.from()[i] - 1]);
            assertEquals(' ', requests.bytes()[requests.to()[i]]);
        }
    }

    private static int distinct(RouterWorkload workload) {
        RouterRequests requests = workload.requests(workload.table());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            seen.add(requests.methods()[i] + requests.path(i));
        }
        return seen.size();
    }
}
