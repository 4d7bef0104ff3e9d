package io.mailwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Campaign files as they lie on disk. */
final class FileText {
    /** More than the reader takes, in the longest characters of UTF-8. */
    private static final int MOST_BYTES = 2 << 20;

    private FileText() {}

    /** @param file {@code -} for standard input */
    static String read(Path file) {
        try (InputStream bytes = isStandardInput(file) ? System.in : Files.newInputStream(file)) {
            byte[] read = bytes.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new Failure(file + " is larger than a campaign file can be; is the path right?");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Failure(file + " is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new Failure(unreadable(file));
        }
    }

    static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }

    static String unreadable(Path file) {
        return "can't read " + file + "; is the path right? Examples are in dsl-examples/";
    }
}
