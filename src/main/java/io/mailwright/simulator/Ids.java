package io.mailwright.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Everything that looks random and is not: the same seed and text give the same. */
final class Ids {
    private static final String ALPHANUMERICS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Ids() {}

    /** {@code rec} and 14 alphanumerics. */
    static String record(long seed, long number) {
        return "rec" + letters(hash(seed, "record " + number), 14);
    }

    /** A version 4 UUID. */
    static String uuid(long seed, long number) {
        ByteBuffer bytes = ByteBuffer.wrap(hash(seed, "uuid " + number));
        long high = bytes.getLong() & ~0xF000L | 0x4000L;
        long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    static String password(long seed, String mailbox) {
        return letters(hash(seed, "password " + mailbox), 16);
    }

    /** From 0 up to, not including, {@code bound}. */
    static int number(long seed, String text, int bound) {
        return Math.floorMod(ByteBuffer.wrap(hash(seed, text)).getInt(), bound);
    }

    private static String letters(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(ALPHANUMERICS.charAt(Math.floorMod(bytes[i], ALPHANUMERICS.length())));
        }
        return text.toString();
    }

    private static byte[] hash(long seed, String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + " " + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
