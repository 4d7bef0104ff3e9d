package io.mailwright.onboarding;

import io.mailwright.export.Webhook;
import io.mailwright.onboarding.NoticeSettings.Channel;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, each channel on its own: a receiver that is away delays its own notices and nothing else. */
@Component
class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int A_PASS = 100;
    private static final Set<String> WHILE_OPEN = Set.of(Notices.REMINDER, Notices.OVERDUE);

    private final NoticeSettings settings;
    private final Outbox outbox;
    private final OpenTasks tasks;
    private final NoticeMail mail;
    private final Clock clock;
    private final Webhook webhook;

    Deliveries(NoticeSettings settings, Outbox outbox, OpenTasks tasks, NoticeMail mail, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.tasks = tasks;
        this.mail = mail;
        this.clock = clock;
        this.webhook = settings.webhookUrl().isBlank()
                ? null
                : new Webhook(
                        URI.create(settings.webhookUrl().strip()),
                        settings.webhookSecret().strip(),
                        PATIENCE);
    }

    @Scheduled(fixedDelayString = "${mailwright.notices.every:PT1S}")
    void webhooks() {
        if (webhook != null) pass(Channel.WEBHOOK);
    }

    @Scheduled(fixedDelayString = "${mailwright.notices.every:PT1S}")
    void mails() {
        if (!settings.mailTo().isEmpty()) pass(Channel.MAIL);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        outbox.forgetOld();
    }

    private void pass(Channel channel) {
        boolean taken = true;
        for (int left = A_PASS; left > 0 && taken; left--) {
            Optional<Outbox.Notice> next = outbox.claim(channel);
            if (next.isEmpty()) return;
            taken = deliver(channel, next.get());
        }
    }

    /** @return false when the receiver did not take it, and may not take the next either */
    private boolean deliver(Channel channel, Outbox.Notice notice) {
        if (late(channel, notice)) {
            outbox.dropped(notice);
            return true;
        }
        try {
            if (channel == Channel.WEBHOOK) webhook.send(notice.event(), notice.body(), clock.instant());
            else mail.send(notice);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            boolean again = outbox.failed(notice, String.valueOf(e.getMessage()));
            LOG.warn(
                    "{} {} by {} was not delivered, try {}, {}: {}",
                    notice.type(),
                    notice.event(),
                    channel.word(),
                    notice.tries() + 1,
                    again ? "it will be tried again" : "given up",
                    e.getMessage());
            return false;
        }
        outbox.sent(notice);
        return true;
    }

    /** A program is told of every task that opened; a person only of one that still waits. */
    private boolean late(Channel channel, Outbox.Notice notice) {
        boolean whileOpen = channel == Channel.MAIL || WHILE_OPEN.contains(notice.type());
        return notice.task() != null && whileOpen && tasks.find(notice.task()).isEmpty();
    }
}
