package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** A notice as a short plain text. */
@Component
class NoticeMail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NoticeSettings settings;
    private final JavaMailSender mails;

    NoticeMail(NoticeSettings settings, JavaMailSender mails) {
        this.settings = settings;
        this.mails = mails;
    }

    /** Twice the same notice is twice the same Message-ID. */
    void send(Outbox.Notice notice) throws IOException, MessagingException {
        JsonNode data = JSON.readTree(notice.body()).path("data");
        MimeMessage message = mails.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
        helper.setFrom(settings.from());
        helper.setTo(to(notice.type()).toArray(String[]::new));
        helper.setSubject(line(subject(notice.type(), data)));
        helper.setText(text(notice.type(), data));
        message.setHeader("Message-ID", "<" + notice.event() + "@mailwright>");
        mails.send(message);
    }

    private List<String> to(String type) {
        List<String> all = new ArrayList<>(settings.mailTo());
        if (type.equals(Notices.OVERDUE)) all.addAll(settings.escalateTo());
        return all.stream().distinct().toList();
    }

    private static String subject(String type, JsonNode data) {
        return switch (type) {
            case Notices.STAGE ->
                data.path("name").asText() + " is " + data.path("to").asText();
            case Notices.READY ->
                data.path("name").asText() + ": " + data.path("mailboxes").asText() + " mailboxes are ready";
            case Notices.REMINDER -> "Still waiting: " + question(data);
            case Notices.OVERDUE -> "Overdue: " + question(data);
            default -> question(data);
        };
    }

    private static String question(JsonNode data) {
        String name = data.path("campaignName").asText("");
        return data.path("question").asText() + (data.path("campaignName").isNull() ? "" : " " + name);
    }

    private static String text(String type, JsonNode data) {
        List<String> lines = new ArrayList<>();
        switch (type) {
            case Notices.STAGE ->
                lines.add("Campaign " + data.path("name").asText() + " went from "
                        + data.path("from").asText() + " to " + data.path("to").asText() + ".");
            case Notices.READY -> {
                lines.add("The " + data.path("mailboxes").asText() + " mailboxes of "
                        + data.path("domains").asText() + " domains of campaign "
                        + data.path("name").asText() + " are ready.");
                lines.add("As CSV: " + data.path("export").asText());
            }
            default -> task(lines, data);
        }
        lines.add("");
        lines.add(data.path("link").asText());
        return String.join("\n", lines) + "\n";
    }

    private static void task(List<String> lines, JsonNode data) {
        lines.add(data.path("question").asText());
        lines.add("");
        if (!data.path("campaignName").isNull())
            lines.add("Campaign: " + data.path("campaignName").asText());
        if (!data.at("/cost/now").isNull())
            lines.add("The campaign's plan costs: $" + dollars(data.at("/cost/now")) + " now, then $"
                    + dollars(data.at("/cost/monthly")) + " a month");
        if (!data.path("due").isNull())
            lines.add("Decide by: " + data.path("due").asText());
        String decisions = StreamSupport.stream(data.path("decisions").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        if (!decisions.isEmpty()) lines.add("Decisions: " + decisions);
    }

    private static String dollars(JsonNode amount) {
        return amount.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
