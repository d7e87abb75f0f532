package io.assay.containers;

import org.junit.jupiter.api.Nested;

class JdkContainersTest {
    @Nested
    class Maps extends MapContract {
        Maps() {
            super(Containers.JDK);
        }
    }

    @Nested
    class Sets extends SetContract {
        Sets() {
            super(Containers.JDK);
        }
    }

    @Nested
    class Lists extends ListContract {
        Lists() {
            super(Containers.JDK);
        }
    }

    @Nested
    class Queues extends QueueContract {
        Queues() {
            super(Containers.JDK);
        }
    }
}
