package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** GET /packages (2.4): dollars a month. */
@WhenSimulated
@RestController("simulatorPackages")
@RequestMapping(Gate.VENDOR)
class Packages {
    private static final List<Package> ALL = List.of(
            single("price_1SimulatorGoogle2", "SM - Google", MailboxType.GOOGLE),
            single("price_1SimulatorOutlook25", "SM - Microsoft", MailboxType.OUTLOOK),
            single("price_1SimulatorSmtp4", "SM - SMTP", MailboxType.SMTP),
            mixed("price_1SimulatorMixed16", "low-sending", "199", 14, 2),
            mixed("price_1SimulatorMixed17", "medium-sending", "245", 14, 3),
            mixed("price_1SimulatorMixed38", "high-sending", "597", 29, 9));

    record Listing(int total, List<Package> packages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Package(
            String id,
            String tier,
            String name,
            String mode,
            BigDecimal price,
            int domains,
            Part google,
            Part microsoft,
            Part smtp,
            String frequency) {
        Map<MailboxType, Integer> domainsByType() {
            Map<MailboxType, Integer> counts = new EnumMap<>(MailboxType.class);
            if (google != null) {
                counts.put(MailboxType.GOOGLE, google.mailbox() / MailboxType.GOOGLE.mailboxes);
            }
            if (microsoft != null) {
                counts.put(MailboxType.OUTLOOK, microsoft.domains());
            }
            if (smtp != null) {
                counts.put(MailboxType.SMTP, smtp.domains());
            }
            return counts;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(int mailbox, Integer domains) {}

    @GetMapping("/packages")
    Listing list() {
        return new Listing(ALL.size(), ALL);
    }

    static Package find(String priceId) {
        return ALL.stream()
                .filter(sold -> sold.id().equals(priceId))
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("Package not found"));
    }

    private static Package single(String id, String name, MailboxType type) {
        return new Package(
                id,
                "low-sending",
                name,
                "subscription",
                type.price(1),
                1,
                type == MailboxType.GOOGLE ? new Part(type.mailboxes, null) : null,
                type == MailboxType.OUTLOOK ? new Part(type.mailboxes, 1) : null,
                type == MailboxType.SMTP ? new Part(type.mailboxes, 1) : null,
                "/monthly");
    }

    private static Package mixed(String id, String tier, String price, int google, int outlook) {
        return new Package(
                id,
                tier,
                "SM Google - SM MS",
                "subscription",
                new BigDecimal(price),
                google + outlook,
                new Part(google * MailboxType.GOOGLE.mailboxes, null),
                new Part(outlook * MailboxType.OUTLOOK.mailboxes, outlook),
                null,
                "/monthly");
    }
}
