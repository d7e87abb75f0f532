package io.assay.containers;

import org.junit.jupiter.api.Nested;

class FastutilContainersTest {
    @Nested
    class Maps extends MapContract {
        Maps() {
            super(Containers.FASTUTIL);
        }
    }

    @Nested
    class Sets extends SetContract {
        Sets() {
            super(Containers.FASTUTIL);
        }
    }

    @Nested
    class Lists extends ListContract {
        Lists() {
            super(Containers.FASTUTIL);
        }
    }

    @Nested
    class Queues extends QueueContract {
        Queues() {
            super(Containers.FASTUTIL);
        }
    }
}
