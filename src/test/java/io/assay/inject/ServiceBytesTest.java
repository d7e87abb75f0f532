package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.containers.Containers;
import io.assay.containers.ObjectMap;
import io.assay.workload.inject.Components;
import io.assay.workload.inject.GraphShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassData;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/** The bytes that docs/inject.md publishes, by JOL, for HotSpot with compressed references. */
class ServiceBytesTest {
    private static final Layouter JDK_17 = new HotSpotLayouter(new Model64(true, true), 17);

    private static final Map<String, Integer> PROPERTIES = Map.of("number", 1);

    static {
        // Without it JOL reads no lambdas and records.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "Shared, 80",
        "Shared$Described, 88",
        "Factory, 88",
        "Product, 88",
        "Edge$Further, 32",
        "Edge$Many, 40",
        "Edge$Member, 40",
        "Offer$Further, 32",
        "Port, 32",
        "Slot$ByValue, 40",
        "Roster, 56",
        "Component, 56"
    })
    void isAsSmallAsPublished(String type, long bytes) throws Exception {
        Class<?> part = Class.forName("io.assay.inject." + type);
        assertEquals(bytes, JDK_17.layout(ClassData.parseClass(part)).instanceSize());
        String row = "\\| `" + type.replace("$", "\\.") + "`[^|]*\\| " + bytes + " \\|";
        String published = Files.readString(Path.of("docs", "inject.md"));
        assertTrue(Pattern.compile(row).matcher(published).find(), () -> "docs/inject.md lacks the row " + row);
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

    @ParameterizedTest
    @CsvSource({"false, 168", "true, 176"})
    void aServiceAndItsLoggerTakeLessThanTwoHundredBytesTogether(boolean described, int published) throws Exception {
        long none = bytes(0, described);
        int many = 10_000;
        // The instances are the user's: 16 bytes each here.
        double each = (bytes(many, described) - none) / (double) many - 2 * 16;
        assertEquals(published, each, 1);
        String docs = Files.readString(Path.of("docs", "inject.md"));
        assertTrue(docs.contains(" " + published), () -> "docs/inject.md lacks " + published);
    }

    /**
     * Each service with a class and a component of its own, in all shapes that are measured, on each library's map of types:
     * after a start. What describes a component is not in it.
     */
    @ParameterizedTest
    @EnumSource
    void aServiceOfAClassOfItsOwnTakesAtMostTwoHundredBytes(GraphShape shape) throws Exception {
        int many = 400;
        double each = (bytesOfOwnComponents(shape, many) - bytesOfOwnComponents(shape, 0)) / (double) many;
        assertEquals(expected(shape, many), each, 0.5);
        for (Containers containers : Containers.values()) {
            double whole = expected(shape, 10_000) + largestEntry(containers);
            assertTrue(whole <= 200, () -> shape + " on " + containers + ": " + whole + " bytes");
        }
        Matcher row = Pattern.compile("\\| " + shape + " \\| (\\d+) \\|")
                .matcher(Files.readString(Path.of("docs", "inject.md")));
        assertTrue(row.find(), () -> "docs/inject.md lacks a row of " + shape);
        assertEquals(expected(shape, 10_000), Double.parseDouble(row.group(1)), 1, "docs/inject.md");
    }

    /** A service with its type, 32 for each dependency but the first, and an array of two and more of these. */
    private static double expected(GraphShape shape, int many) {
        long bytes = 0;
        for (int[] dependencies : shape.of(many).dependencies()) {
            int further = Math.max(0, dependencies.length - 1);
            bytes += 80 + 32 + 32 * further + (further < 2 ? 0 : (16 + 4 * further + 7) / 8 * 8);
        }
        return bytes / (double) many;
    }

    @ParameterizedTest
    @CsvSource({"JDK, 44.4", "FASTUTIL, 24.7", "AGRONA, 24.7"})
    void anEntryOfTheMapOfTypesTakesAtMostAsMuchAsPublished(Containers containers, double published) throws Exception {
        assertEquals(published, largestEntry(containers), 0.2);
        String docs = Files.readString(Path.of("docs", "inject.md"));
        assertTrue(docs.contains(" " + published), () -> "docs/inject.md lacks " + published);
    }

    private static long bytesOfOwnComponents(GraphShape shape, int many) {
        Components components = Components.of(shape.of(many));
        ContainerBuilder builder = ServiceContainer.builder();
        for (Class<?> type : components.inOrder()) {
            builder.add(Component.of(type).build());
        }
        ServiceContainer container = builder.build();
        container.start();
        assertEquals(many, container.statistics().active());
        var sizes = layout(container).getClassSizes();
        long bytes = 0;
        for (Class<?> part : sizes.keys()) {
            boolean described = part == Component.class
                    || part == Dependency.class
                    || part == Dependency[].class
                    || part == ConstructorCreator.class
                    || part.isHidden()
                    || part.isEnum();
            boolean list = part == ArrayDeque.class || part == Object[].class;
            boolean ours = part.getName().startsWith("io.assay.inject.")
                    || part.getName().startsWith("[Lio.assay.inject.");
            bytes += list || (ours && !described) ? sizes.count(part) : 0;
        }
        return bytes;
    }

    /** Bytes an entry where a map of many has just grown: with one entry less its table is half as large. */
    private static double largestEntry(Containers containers) {
        int many = 1_332;
        ObjectMap<Integer, Integer> map = containers.objectMap(many);
        for (int i = 0; i < many; i++) {
            Integer entry = 1_000_000 + i;
            map.put(entry, entry);
        }
        return layout(map).totalSize() / (double) many - 16;
    }

    /** By a thread with a short stack: JOL has two exceptions a field that it may not read, whose stacks were half of this test. */
    private static GraphLayout layout(Object root) {
        return CompletableFuture.supplyAsync(() -> GraphLayout.parseInstance(root))
                .join();
    }

    private static long bytes(int services, boolean described) {
        ServiceContainer container = ServiceContainer.create();
        container.add(Component.of(Logger.class, creation -> new Logger(creation.asking()))
                .scope(Scope.PER_REQUEST)
                .build());
        Component<User> user = Component.of(User.class, creation -> new User())
                .inject(Dependency.on(Logger.class), User::setLogger)
                .build();
        for (int i = 0; i < services; i++) {
            if (described) {
                container.add(user, PROPERTIES);
            } else {
                container.add(user);
            }
        }
        container.start();
        assertEquals(2L * services + 1, container.statistics().active());
        return layout(container).totalSize();
    }
}
