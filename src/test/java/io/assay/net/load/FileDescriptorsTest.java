package io.assay.net.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FileDescriptorsTest {
    @Test
    void bothEndsOfAConnectionTakeOne() {
        assertEquals(9_850, FileDescriptors.connections(20_000, 20_100, 100));
        assertEquals(20_000, FileDescriptors.connections(20_000, 1 << 20, 100));
        assertEquals(25_000, FileDescriptors.connections(1_000_000, 1 << 20, 100));
        assertEquals(1, FileDescriptors.connections(20_000, 256, 100));
        assertTrue(FileDescriptors.connections(4) >= 1);
    }
}
