package io.mailwright.platform;

import io.mailwright.export.Webhook;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Notices that could never arrive are refused at the start, and no secret is repeated. */
final class NoticeCheck {
    private NoticeCheck() {}

    static void refuseHalf(Environment environment) {
        if (isSet(environment, "webhook-url")) {
            checkWebhook(environment);
        }
        if ((isSet(environment, "mail-to") || isSet(environment, "escalate-to"))
                && !StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            throw new SettingsRefused(
                    "MAILWRIGHT_MAIL_TO or MAILWRIGHT_MAIL_ESCALATE_TO is set but MAILWRIGHT_SMTP_HOST is"
                            + " not: set it to your mail server, or unset the addresses to send no mail.");
        }
        if (isSet(environment, "escalate-to") && !isSet(environment, "mail-to")) {
            throw new SettingsRefused(
                    "MAILWRIGHT_MAIL_ESCALATE_TO is set but MAILWRIGHT_MAIL_TO is not: set it to who is"
                            + " told first; those of MAILWRIGHT_MAIL_ESCALATE_TO are told besides.");
        }
    }

    private static void checkWebhook(Environment environment) {
        if (!isSet(environment, "webhook-secret")) {
            throw new SettingsRefused(
                    "MAILWRIGHT_WEBHOOK_URL is set but MAILWRIGHT_WEBHOOK_SECRET is not: set it to a secret"
                            + " that the receiver knows too (whsec_ and 32 random bytes in base64), or unset the address.");
        }
        URI address = address(
                environment.getProperty("mailwright.notices.webhook-url").strip());
        try {
            new Webhook(
                    address,
                    environment.getProperty("mailwright.notices.webhook-secret").strip(),
                    Duration.ofSeconds(1));
        } catch (IllegalArgumentException e) {
            throw new SettingsRefused(
                    "MAILWRIGHT_WEBHOOK_SECRET begins with whsec_, but what follows is not base64: write"
                            + " whsec_ and random bytes in base64, or any other text.");
        }
    }

    private static URI address(String given) {
        try {
            URI address = URI.create(given);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException unreadable) {
            // the same sentence
        }
        throw new SettingsRefused("MAILWRIGHT_WEBHOOK_URL is no address that messages can be posted to: write"
                + " https://HOST/PATH, without a user name or password in it.");
    }

    private static boolean isSet(Environment environment, String name) {
        return StringUtils.hasText(environment.getProperty("mailwright.notices." + name));
    }
}
