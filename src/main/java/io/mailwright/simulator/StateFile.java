package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The state in a file: always one whole version, with the operating system before the reply that tells of it leaves. So it
 * outlives the end of the process, however sudden; not a power cut, for which every change would wait for the disk.
 */
final class StateFile implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .visibility(PropertyAccessor.FIELD, Visibility.NON_PRIVATE)
            .build();

    private final Path file;
    private final FileChannel lock;

    /** Keeps other processes away from the file until it is closed or this process dies. */
    StateFile(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(this.file.getParent());
            lock = FileChannel.open(
                    this.file.resolveSibling(this.file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!lockedHere(lock)) {
                throw new IllegalStateException("Another process simulates the vendor on " + this.file
                        + ": stop it, or set MAILWRIGHT_SIMULATOR_FILE to another file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's state cannot be kept in " + this.file, e);
        }
    }

    private static boolean lockedHere(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    State load(long seed) {
        if (Files.notExists(file)) {
            return State.beginning(seed);
        }
        try {
            State state = JSON.readValue(file.toFile(), State.class);
            state.clock = state.clock.resumed(Files.getLastModifiedTime(file).toInstant());
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The simulator's state in " + file + " cannot be read: move the file away to begin anew", e);
        }
    }

    void write(State state) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's state cannot be written to " + file, e);
        }
    }
}
