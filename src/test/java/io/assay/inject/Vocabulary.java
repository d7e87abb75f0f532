package io.assay.inject;

import io.assay.future.Future;
import java.util.ArrayList;
import java.util.List;

/** Services that tests of containers are made of. */
final class Vocabulary {
    private Vocabulary() {}

    interface Words {}

    record English() implements Words {}

    record German() implements Words {}

    record Logger(Object owner) {}

    static final Component<English> ENGLISH =
            Component.of(English.class).as(Words.class).qualifier("en").build();
    static final Component<German> GERMAN =
            Component.of(German.class).as(Words.class, German.class).build();
    static final Component<Logger> LOGGERS = Component.of(
                    Logger.class, creation -> new Logger(String.valueOf(creation.asking())))
            .scope(Scope.PER_REQUEST)
            .build();

    /** Remembers what it was told. */
    static final class Listener implements Lifecycle {
        private final List<String> told = new ArrayList<>();

        @Override
        public Future<?> start() {
            told.add("start");
            return DONE;
        }

        @Override
        public Future<?> stop() {
            told.add("stop");
            return DONE;
        }

        void added(Object added) {
            told.add("+" + added.getClass().getSimpleName());
        }

        void removed(Object removed) {
            told.add("-" + removed.getClass().getSimpleName());
        }

        String takeTold() {
            String all = String.join(" ", told);
            told.clear();
            return all;
        }
    }

    static ComponentBuilder<Listener> listener() {
        return Component.of(Listener.class, creation -> new Listener());
    }
}
