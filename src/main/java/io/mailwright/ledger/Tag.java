package io.mailwright.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The label by which an order of ours is found again: reproducible after a restore, at most 20 characters. */
final class Tag {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private Tag() {}

    /** @param prefix the file's tag, at most 11 characters, or "" */
    static String of(String prefix, Authority authority, int attempt) {
        String seed = String.join(
                "\n",
                authority.organization(),
                authority.campaign(),
                authority.planHash(),
                String.valueOf(authority.order()),
                String.valueOf(attempt));
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        long bits = 0;
        for (int i = 0; i < 5; i++) bits = bits << 8 | digest[i] & 0xff;
        StringBuilder ours = new StringBuilder();
        for (int i = 7; i >= 0; i--) ours.append(BASE32.charAt((int) (bits >>> 5 * i & 31)));
        return prefix.isEmpty() ? ours.toString() : prefix + "-" + ours;
    }
}
