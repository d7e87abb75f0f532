package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassData;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/** The bytes that docs/inject.md publishes, by JOL, for HotSpot with compressed references. */
class ServiceBytesTest {
    private static final Layouter JDK_17 = new HotSpotLayouter(new Model64(true, true), 17);

    static {
        // Without it JOL reads no lambdas and records.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    @ParameterizedTest
    @CsvSource({"Node, 80", "Edge, 32", "Edge$Many, 40", "Edge$Member, 40", "Offer$Further, 32"})
    void isAsSmallAsPublished(String type, long bytes) throws Exception {
        Class<?> part = Class.forName("io.assay.inject." + type);
        assertEquals(bytes, JDK_17.layout(ClassData.parseClass(part)).instanceSize());
        String row = "| `" + type.replace('$', '.') + "` | " + bytes + " |";
        String published = Files.readString(Path.of("docs", "inject.md"));
        assertTrue(published.contains(row), () -> "docs/inject.md lacks the row " + row);
    }

    private static final class Logger {
        final Service<?> asking;

        Logger(Service<?> asking) {
            this.asking = asking;
        }
    }

    private static final class User {
        Logger logger;

        void setLogger(Logger given) {
            logger = given;
        }
    }

    @Test
    void aServiceAndItsLoggerTakeLessThanTwoHundredBytesTogether() {
        long none = bytes(0);
        int many = 10_000;
        // The instances are the user's: 16 bytes each here.
        double each = (bytes(many) - none) / (double) many - 2 * 16;
        assertTrue(each <= 200, () -> each + " bytes");
        assertTrue(each >= 150, () -> each + " bytes: not everything was counted");
    }

    private static long bytes(int services) {
        ServiceContainer container = ServiceContainer.create();
        container.add(Component.of(Logger.class, creation -> new Logger(creation.asking()))
                .scope(Scope.PER_REQUEST)
                .build());
        Component<User> user = Component.of(User.class, creation -> new User())
                .inject(Dependency.on(Logger.class), User::setLogger)
                .build();
        for (int i = 0; i < services; i++) {
            container.add(user);
        }
        container.start();
        assertEquals(2L * services + 1, container.statistics().active());
        return GraphLayout.parseInstance(container).totalSize();
    }
}
