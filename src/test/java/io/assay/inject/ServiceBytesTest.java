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
    @CsvSource({
        "Node, 72",
        "Node$Product, 80",
        "Edge, 32",
        "Edge$Many, 40",
        "Edge$Member, 40",
        "Offer$Further, 32",
        "Plan, 32",
        "Port, 48",
        "Slot$Rare, 40",
        "Component, 56"
    })
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

    /**
     * Each service with a component, a type and a plan of its own, on the one before: types of arrays, of which there are many
     * without a class of this test. What describes it, and the JDK's map of types, are not in it.
     */
    @Test
    void aComponentOfItsOwnTakesLittleMore() {
        int many = 200;
        ServiceContainer container = ServiceContainer.create();
        Class<?> type = Object.class;
        for (int i = 0; i < many; i++) {
            Class<?> asked = type;
            type = asked.arrayType();
            container.add(own(type, i == 0 ? null : asked));
        }
        container.start();
        assertEquals(many, container.statistics().active());
        var sizes = GraphLayout.parseInstance(container).getClassSizes();
        long bytes = 0;
        for (Class<?> part : sizes.keys()) {
            boolean ours = part.getName().startsWith("io.assay.inject.")
                    || part.getName().startsWith("[Lio.assay.inject.");
            boolean described = part == Component.class
                    || part == Dependency.class
                    || part == Dependency[].class
                    || part.isHidden()
                    || part.isEnum();
            bytes += ours && !described ? sizes.count(part) : 0;
        }
        double each = bytes / (double) many;
        assertEquals(72 + 32 + 32 + 48, each, 8, "a node, an edge, a plan and a port, and the container itself");
    }

    private static <T> Component<T> own(Class<T> type, Class<?> asked) {
        ComponentBuilder<T> own =
                Component.of(type, creation -> type.cast(java.lang.reflect.Array.newInstance(type.componentType(), 0)));
        return asked == null ? own.build() : own.parameter(Dependency.on(asked)).build();
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
