package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.onboarding.NoticeSettings.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "webhook:*, WEBHOOK, campaign.stage, true",
        "webhook:*, MAIL, task.opened, false",
        "mail:task.*, MAIL, task.overdue, true",
        "mail:task.*, MAIL, mailboxes.ready, false",
        "mail:mailboxes.ready, MAIL, mailboxes.ready, true",
        "mail:mailboxes.ready, WEBHOOK, mailboxes.ready, false",
        "*, MAIL, campaign.stage, true"
    })
    void a_pair_names_a_channel_and_an_event(String which, Channel channel, String type, boolean wanted) {
        assertThat(settings("https://acme.example", List.of("a@acme.example"), which)
                        .wants(channel, type))
                .isEqualTo(wanted);
    }

    @Test
    void a_channel_that_leads_nowhere_is_told_nothing() {
        NoticeSettings none = settings("", List.of(" "), "*");
        assertThat(none.wants(Channel.WEBHOOK, Notices.STAGE)).isFalse();
        assertThat(none.wants(Channel.MAIL, Notices.OPENED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "task.opened", "mail:task", "sms:*", "mail:task.closed"})
    void a_pair_that_names_nothing_is_refused(String which) {
        assertThatThrownBy(() -> settings("", List.of(), which))
                .hasMessageContaining("MAILWRIGHT_NOTICES has '" + which + "'")
                .hasMessageContaining("task.reminder");
    }

    @Test
    void it_does_not_show_its_secret() {
        assertThat(settings("https://acme.example", List.of(), "*").toString()).doesNotContain("hunter2");
    }

    private static NoticeSettings settings(String url, List<String> to, String which) {
        return new NoticeSettings(List.of(which), url, "hunter2", to, "", List.of(), "http://localhost:8080");
    }
}
