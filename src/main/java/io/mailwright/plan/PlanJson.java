package io.mailwright.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Plans as JSON text, for the database and the API. The text is canonical: properties by name, no spaces, amounts plain
 * without trailing zeros, so equal plans are equal bytes and reading gives an equal plan.
 */
public final class PlanJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PlanJson() {}

    public static String write(Plan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the plan cannot be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException when the text is no plan */
    public static Plan read(String json) {
        try {
            Plan plan = JSON.readValue(json, Plan.class);
            if (plan == null) {
                throw new IllegalArgumentException("the text is not a plan: it says null");
            }
            return plan;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is not a plan: " + e.getOriginalMessage(), e);
        }
    }

    /** SHA-256 in hex over the plan without its hash. */
    public static String hash(Plan plan) {
        byte[] text = write(withHash(plan, null)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a plan's hash is that of what it says. */
    public static boolean intact(Plan plan) {
        return hash(plan).equals(plan.hash());
    }

    static Plan sealed(Plan plan) {
        return withHash(plan, hash(plan));
    }

    private static Plan withHash(Plan plan, String hash) {
        return new Plan(
                plan.campaign(),
                plan.organization(),
                plan.tag(),
                plan.domains(),
                plan.alternates(),
                plan.orders(),
                plan.prewarmed(),
                plan.sequencer(),
                plan.coupon(),
                plan.form(),
                plan.cost(),
                hash);
    }
}
