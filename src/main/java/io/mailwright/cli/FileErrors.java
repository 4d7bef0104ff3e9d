package io.mailwright.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Campaign files on disk, and what is wrong in them as editors and terminals link it. */
final class FileErrors {
    private FileErrors() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Failure(file + " is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new Failure("can't read " + file + "; is the path right? Examples are in dsl-examples/");
        }
    }

    static String line(String file, int line, int column, String message) {
        return file + ":" + line + ":" + column + " " + message;
    }
}
