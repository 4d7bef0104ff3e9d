package io.mailwright.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The label by which an order of ours is found again: reproducible after a restore, at most 20 characters. */
final class Tag {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /** Tags of attempts that a restored ledger may have forgotten. */
    private static final int AHEAD = 20;

    private static final Pattern OURS = Pattern.compile("(?:.*-)?([a-z2-7]{8})");

    private Tag() {}

    /** Every tag without its prefix that calls for an order may carry, of which the ledger knows so many. */
    static Set<String> ahead(Authority authority, int known) {
        return IntStream.rangeClosed(1, known + AHEAD)
                .mapToObj(attempt -> of("", authority, attempt))
                .collect(Collectors.toSet());
    }

    /** What makes a tag ours, whatever the file's prefix is; null when it has no such part. */
    static String hash(String tag) {
        Matcher ours = OURS.matcher(tag == null ? "" : tag.strip());
        return ours.matches() ? ours.group(1) : null;
    }

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
