package io.mailwright.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file that is written whole or not at all: beside its place first, then moved there. */
final class WholeFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private WholeFile() {}

    /**
     * @param file missing folders are made; a device or pipe is written into
     * @param secret whether nobody but its owner may read it; where a disk knows no such permissions the folder's hold
     * @throws Failure when it can't be written
     */
    static void write(Path file, String text, boolean secret) {
        try {
            boolean there = Files.exists(file);
            Path place = there ? file.toRealPath() : file.toAbsolutePath();
            if (there && !Files.isRegularFile(place)) {
                Files.writeString(file, text, StandardOpenOption.WRITE);
                return;
            }
            Files.createDirectories(place.getParent());
            Path beside = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                fill(beside, text, permissions(place, secret));
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Failure("can't write " + file + "; name a file in a folder that you may write to");
        }
    }

    private static void fill(Path beside, String text, FileAttribute<?>... permissions) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (ByteChannel file = Files.newByteChannel(beside, fresh, permissions)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    /** Those of the file before, unless it is secret now. */
    private static FileAttribute<?>[] permissions(Path place, boolean secret) throws IOException {
        boolean known = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!known || !secret && !Files.exists(place)) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(secret ? OWNER_ONLY : Files.getPosixFilePermissions(place))
        };
    }
}
