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
            assertTrue(workload.kind().answeredBy(route), requests.path(i));
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
        assertArrayEquals(once.buffers()[0], again.buffers()[0]);
        assertArrayEquals(once.methods(), again.methods());
    }

    @Test
    void narrowedTableChangesAnswersAndNotRequests() {
        RouteTable table = RouterWorkload.GITHUB_HIT.table();
        RouterRequests all = RouterWorkload.GITHUB_HIT.requests(table);
        RouterRequests narrowed = RouterWorkload.GITHUB_HIT.requests(table.withoutPartialSegments());
        assertArrayEquals(all.buffers()[0], narrowed.buffers()[0]);
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
            assertEquals('/', requests.buffers()[i][requests.from()[i]]);
            assertEquals(' ', requests.buffers()[i][requests.from()[i] - 1]);
            assertEquals(' ', requests.buffers()[i][requests.to()[i]]);
            assertTrue(requests.buffers()[i].length - requests.to()[i] >= 64, "company behind path " + i);
        }
    }

    @Test
    void tightPathsAreTheSameAndAlone() {
        RouterRequests requests = RouterWorkload.SMALL_HIT.requests(RouterWorkload.SMALL_HIT.table(), 100);
        RouterRequests tight = requests.tight();
        for (int i = 0; i < requests.size(); i++) {
            assertEquals(requests.path(i), tight.path(i));
            assertEquals(0, tight.from()[i]);
            assertEquals(tight.buffers()[i].length, tight.to()[i]);
            assertEquals(requests.methods()[i], tight.methods()[i]);
            assertEquals(requests.answer(i), tight.answer(i));
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
