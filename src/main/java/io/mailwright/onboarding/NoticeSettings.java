package io.mailwright.onboarding;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told what, and how.
 *
 * @param which {@code MAILWRIGHT_NOTICES}: pairs of channel and event with commas between; {@code *} ends what may go on in any way
 * @param webhookUrl blank: none
 * @param webhookSecret what its messages are signed with
 * @param mailTo addresses with commas between; blank: no mail
 * @param mailFrom blank: the first of those
 * @param escalateTo addresses that are told besides when a deadline has passed
 * @param publicUrl where people open Mailwright
 */
@ConfigurationProperties("mailwright.notices")
record NoticeSettings(
        @DefaultValue("webhook:*,mail:task.*") List<String> which,
        @DefaultValue("") String webhookUrl,
        @DefaultValue("") String webhookSecret,
        @DefaultValue List<String> mailTo,
        @DefaultValue("") String mailFrom,
        @DefaultValue List<String> escalateTo,
        @DefaultValue("http://localhost:8080") String publicUrl) {

    /** A way to tell. */
    enum Channel {
        WEBHOOK,
        MAIL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    NoticeSettings {
        which.forEach(NoticeSettings::check);
        mailTo = addresses(mailTo);
        escalateTo = addresses(escalateTo);
        publicUrl = publicUrl.strip().replaceAll("/+$", "");
    }

    private static List<String> addresses(List<String> given) {
        return given.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private static void check(String pair) {
        if (Stream.of(Channel.values())
                .noneMatch(channel -> Notices.TYPES.stream().anyMatch(type -> names(pair, channel, type))))
            throw new IllegalArgumentException("MAILWRIGHT_NOTICES has '" + pair
                    + "', which names nothing: write webhook:" + " or mail: and one of "
                    + String.join(", ", Notices.TYPES) + ", or the beginning of one and *");
    }

    boolean wants(Channel channel, String type) {
        boolean there = channel == Channel.WEBHOOK ? !webhookUrl.isBlank() : !mailTo.isEmpty();
        return there && which.stream().anyMatch(pair -> names(pair, channel, type));
    }

    private static boolean names(String pair, Channel channel, String type) {
        String wanted = pair.strip();
        String name = channel.word() + ":" + type;
        return wanted.endsWith("*") ? name.startsWith(wanted.substring(0, wanted.length() - 1)) : name.equals(wanted);
    }

    String from() {
        return mailFrom.isBlank() ? mailTo.get(0) : mailFrom.strip();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "notices " + which;
    }
}
