package io.mailwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;

/**
 * A file that is read again at each save. It looks at the file itself five times a second, so it does not matter whether an
 * editor writes into the file, puts another in its place, or takes it away for a while, nor on what disk it lies.
 */
final class FileWatch {
    private static final long BETWEEN_LOOKS = 200;
    private static final long BETWEEN_WRITES = 50;

    private final Path file;
    private final Shell shell;

    /** @param text null when the file could not be read; then {@code trouble} says why */
    private record Look(String text, String trouble, FileTime saved) {}

    FileWatch(Path file, Shell shell) {
        this.file = file;
        this.shell = shell;
    }

    /**
     * Ends when nobody reads the output any more, or the thread is interrupted.
     *
     * @throws Failure when there is no such file at first
     */
    void each(Consumer<String> reader) {
        Look shown = look();
        if (shown.text() == null) {
            throw new Failure(shown.trouble());
        }
        reader.accept(shown.text());
        while (!shell.out().checkError()) {
            Pause.millis(BETWEEN_LOOKS);
            Look now = look();
            if (now.equals(shown) || !now.equals(lookAgain())) {
                continue;
            }
            shown = now;
            if (now.text() == null) {
                shell.err().println(now.trouble() + "; still watching");
            } else {
                reader.accept(now.text());
            }
        }
    }

    /** A file that is just being written changes between two looks. */
    private Look lookAgain() {
        Pause.millis(BETWEEN_WRITES);
        return look();
    }

    private Look look() {
        try {
            FileTime saved = Files.getLastModifiedTime(file);
            return new Look(FileText.read(file), null, saved);
        } catch (IOException e) {
            return new Look(null, FileText.unreadable(file), null);
        } catch (Failure e) {
            return new Look(null, e.getMessage(), null);
        }
    }
}
