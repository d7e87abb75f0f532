package io.assay.harness.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The files of a run. Each is written to a temporary name beside its place and moved there, so that a reader, or a
 * killed run, never sees half a file.
 */
public final class RunFolder {
    /** Plain JMH JSON. */
    public static final String RESULT = "jmh-result.json";

    private static final String CELLS = "cells.json";
    private static final String ENVIRONMENT = "environment.json";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder for a new run, or takes an empty one.
     *
     * @throws UserError if it cannot be made, or holds a run already
     */
    public static RunFolder create(Path path) {
        OutputFolder.make(path);
        if (Files.exists(path.resolve(RESULT)) || Files.exists(path.resolve(CELLS))) {
            throw new UserError("-o " + path + ": holds a run already; name another folder or remove it");
        }
        if (!Files.isWritable(path)) {
            throw new UserError("-o " + path + ": cannot be written; name another folder");
        }
        return new RunFolder(path);
    }

    /**
     * Opens a run that is there.
     *
     * @throws UserError if the folder holds no run
     */
    public static RunFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new UserError(path + ": no such folder; name a run folder, as 'run' printed it");
        }
        if (!Files.exists(path.resolve(RESULT)) && !Files.exists(path.resolve(CELLS))) {
            throw new UserError(path + ": holds no " + RESULT + "; name a run folder, as 'run' printed it");
        }
        return new RunFolder(path);
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** The rows; none where no fork came to its end. */
    public List<Row> rows() {
        Path file = path.resolve(RESULT);
        return Files.exists(file) ? JmhJson.read(file) : List.of();
    }

    /** What became of each cell and fork. */
    public CellsFile cells() {
        return CellsFile.of(path.resolve(CELLS).toString(), object(CELLS));
    }

    /** What the machine was. */
    public Map<String, Object> environment() {
        return object(ENVIRONMENT);
    }

    /** Whether it is a run of this program: beside JMH's result it holds what became of the cells, and the machine. */
    public boolean complete() {
        return Files.exists(path.resolve(CELLS)) && Files.exists(path.resolve(ENVIRONMENT));
    }

    /**
     * A file of the folder that holds a JSON object.
     *
     * @throws UserError if it cannot be read, or holds something else
     */
    public Map<String, Object> object(String name) {
        Path file = path.resolve(name);
        try {
            @Nullable Map<String, Object> map = JSON.std.mapFrom(Files.readString(file));
            if (map == null) {
                throw new UserError(file + ": expected an object, found null");
            }
            return map;
        } catch (IOException e) {
            throw new UserError(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + "); the run is incomplete", e);
        } catch (JacksonException e) {
            throw new UserError(file + ": truncated or not JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** Writes what became of each cell and fork. */
    public void writeCells(CellsFile cells) {
        writeJson(CELLS, cells.toMap());
    }

    /** Writes what the machine was. */
    public void writeEnvironment(Map<String, Object> environment) {
        writeJson(ENVIRONMENT, environment);
    }

    /** Writes a file that holds a JSON object, which {@link #object} reads. */
    public void writeJson(String name, Map<String, Object> content) {
        write(name, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(content) + "\n");
    }

    /** Takes back a run that measured nothing, so that its folder can be used again. */
    public void discard() {
        for (String name : List.of(RESULT, CELLS, ENVIRONMENT)) {
            try {
                Files.deleteIfExists(path.resolve(name));
            } catch (IOException e) {
                throw new UserError(path.resolve(name) + ": cannot be removed (" + e.getMessage() + "); remove it", e);
            }
        }
    }

    /** Writes a file of the run, whole or not at all. */
    public void write(String name, String text) {
        writeAtomically(path.resolve(name), text);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws UserError if it cannot be written
     */
    public static void writeAtomically(Path target, String text) {
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            UserError error = new UserError(
                    target + ": cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); free space or name another place",
                    e);
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                error.addSuppressed(left);
            }
            throw error;
        }
    }
}
