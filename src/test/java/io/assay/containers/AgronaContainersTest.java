package io.assay.containers;

import org.junit.jupiter.api.Nested;

class AgronaContainersTest {
    @Nested
    class Maps extends MapContract {
        Maps() {
            super(Containers.AGRONA);
        }
    }

    @Nested
    class Sets extends SetContract {
        Sets() {
            super(Containers.AGRONA);
        }
    }

    @Nested
    class Lists extends ListContract {
        Lists() {
            super(Containers.AGRONA);
        }
    }

    @Nested
    class Queues extends QueueContract {
        Queues() {
            super(Containers.AGRONA);
        }
    }
}
