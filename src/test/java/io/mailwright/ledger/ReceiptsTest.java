package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.RequestHash;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/money.md, receipts: each change of a call is a row of the journal, and a person can read them all. */
class ReceiptsTest {
    private Bench bench = new Bench(Database.H2);
    private Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        Books.check(bench);
        bench.close();
    }

    private Receipt last() {
        return bench.engine.bean(Receipts.class).find(bench.last().id()).orElseThrow();
    }

    private static List<String> words(Receipt receipt) {
        return receipt.events().stream().map(Receipt.Event::what).toList();
    }

    @Test
    void aPurchaseSaysWhoWhatWhenForHowMuch() {
        Instant now = bench.clock.instant();
        bench.buy(who, "a.com", "b.com");
        Receipt receipt = last();
        assertThat(receipt.approval()).isEqualTo(new Receipt.Approval("ann", "task", now, null, null));
        assertThat(receipt.attempt().planHash()).isEqualTo("hash-of-c");
        assertThat(receipt.claimedBy()).isEqualTo("test");
        assertThat(receipt.sentAt()).isEqualTo(now);
        assertThat(receipt.request()).isEqualTo("{\"domains\":[\"a.com\",\"b.com\"]}");
        assertThat(receipt.attempt().reply()).startsWith("200 ");
        assertThat(receipt.approved()).isEqualByComparingTo("24");
        assertThat(receipt.charged()).isEqualByComparingTo("24");
        assertThat(receipt.open()).isZero();
        assertThat(receipt.items())
                .containsExactly(new Receipt.Item("a.com", "confirmed"), new Receipt.Item("b.com", "confirmed"));
        assertThat(words(receipt)).containsExactly("claimed", "sent", "confirmed");
    }

    @Test
    void whatWasSentIsWhatWasHashed() {
        bench.order(who, "a.com");
        Receipt receipt = last();
        Wire.OrderBody body = Bench.body(receipt.attempt().tag(), false, "a.com");
        assertThat(receipt.request()).isEqualTo(RequestHash.json(body)).contains("google", "a.com", "q1-");
        assertThat(receipt.requestHash()).isEqualTo(RequestHash.sha256(RequestHash.json(body)));
    }

    @Test
    void aFormIsNamedAndItsAliasesAreKept() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.submit(who, order);
        assertThat(last().form()).isEqualTo(order.uuid);
        assertThat(last().request()).contains("ann.lee");
    }

    @Test
    void whatIsOnlyFoundWasNotSent() {
        bench.vendor.registered.put("a.com", bench.clock.instant());
        bench.buy(who, "a.com");
        Receipt receipt = last();
        assertThat(receipt.request()).isNull();
        assertThat(receipt.sentAt()).isNull();
        assertThat(receipt.charged()).isZero();
        assertThat(words(receipt)).containsExactly("claimed", "confirmed");
        assertThat(receipt.events().get(1).by()).isEqualTo("reading");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSES", "LIMIT_JSON", "ERROR_BEFORE"})
    void howACallEnds(Fault fault) {
        bench.vendor.fail(fault);
        try {
            bench.order(who, "a.com");
        } catch (RuntimeException early) {
            assertThat(fault).isEqualTo(Fault.LIMIT_JSON);
        }
        String end = Map.of(Fault.REFUSES, "refused", Fault.LIMIT_JSON, "not-sent", Fault.ERROR_BEFORE, "unknown")
                .get(fault);
        assertThat(words(last())).containsExactly("claimed", "sent", end);
        Receipt.Event event = last().events().get(2);
        assertThat(event.from()).isEqualTo("sent");
        assertThat(event.reply()).isEqualTo(last().attempt().reply());
        assertThat(event.reserved()).isEqualByComparingTo(end.equals("unknown") ? "0" : "-7");
        assertThat(last().charged()).isZero();
    }

    @Test
    void anOrderNobodyFindsAsksAPersonWhoseWordIsWrittenDown() {
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.order(who, "a.com");
        bench.settle(bench.last());
        assertThat(last().events())
                .last()
                .matches(event -> event.what().equals("looked") && event.needsPerson())
                .extracting(Receipt.Event::why)
                .asString()
                .contains("which proves nothing");
        int before = last().events().size();
        bench.clock.pass(Duration.ofMinutes(5));
        bench.engine.settling.look(bench.last().id());
        assertThat(last().events()).as("the same again is no news").hasSize(before);
        assertThat(last().lookedAt()).isEqualTo(bench.clock.instant());

        bench.engine.settling.decide(
                bench.last().id(), false, "ann", "not in the web app, ticket 7, password: hunter2");
        assertThat(last().settledBy()).isEqualTo("ann");
        assertThat(last().settledHow())
                .isEqualTo("a person says it did not happen: not in the web app, ticket 7, password: ***");
        assertThat(last().events()).last().matches(event -> event.by().equals("ann"));
    }

    @Test
    void whatHappenedAfterAllIsTakenBackWithItsAmount() {
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.order(who, "a.com");
        Attempt attempt = bench.settle(bench.last());
        bench.engine.settling.decide(attempt.id(), false, "ann");
        Recorder recorder = bench.engine.bean(Recorder.class);
        for (int i = 0; i < 2; i++)
            recorder.reply(attempt.id(), new Reply(Reply.Outcome.CONFIRMED, 200, "{}", "recLate", null, false));
        assertThat(words(last())).endsWith("voided", "taken-back", "reply");
        assertThat(last().settledBy()).isEqualTo("reply");
        assertThat(last().charged()).isEqualByComparingTo(Bench.MONTHLY);
        Receipt.Event back = last().events().get(last().events().size() - 2);
        assertThat(back.from()).isEqualTo("voided");
        assertThat(back.reserved()).isZero();
        assertThat(back.charged()).isEqualByComparingTo(Bench.MONTHLY);
        assertThat(back.vendorId()).isEqualTo("recLate");
    }

    @Test
    void anotherAmountIsARowWithTheDifference() {
        bench.order(who, "a.com");
        String id = bench.last().vendorId();
        for (String amount : List.of("7.50", "7.50", "6.00"))
            bench.engine.ledger.amountSeen(Bench.ORGANIZATION, id, new BigDecimal(amount));
        Receipt receipt = last();
        assertThat(receipt.approved()).isEqualByComparingTo(Bench.MONTHLY);
        assertThat(receipt.charged()).isEqualByComparingTo("6");
        assertThat(receipt.events())
                .filteredOn(Receipt.Event::correction)
                .extracting(Receipt.Event::charged)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.50"), new BigDecimal("-1.50"));
        assertThat(receipt.events().get(2).charged())
                .as("what was told stays told")
                .isEqualByComparingTo("7");
    }

    @Test
    void aLookThatComesLateChangesNothing() {
        bench.order(who, "a.com");
        int before = last().events().size();
        bench.engine.bean(Recorder.class).looked(bench.last().id(), "nothing is listed", true);
        assertThat(last().events()).hasSize(before);
        assertThat(bench.engine.ledger.alarm("c")).isEmpty();
    }

    @Test
    void noSecretIsKept() throws Exception {
        bench.engine.approvals.record("d", 1, "h", "ann", "task", "key " + Bench.KEY, "api_key=s3cret-value");
        bench.vendor.fail(Fault.COMPLAINS);
        String[] secrets = {"hunter2", "s3cret", "eyJ", Bench.KEY};
        Authority other = new Authority("d", Bench.ORGANIZATION, 1, 1, "h");
        Wire.OrderBody body = new Wire.OrderBody("t", Map.of("google", new Wire.ProviderDomains(List.of())));
        Map<String, Object> hosted = Map.of(
                "order",
                body,
                "hosting",
                Map.of("provider", "godaddy", "username", "hunter2@acme.com", "password", "hunter2"),
                "note",
                "Bearer " + Bench.KEY);
        bench.campaign("d");
        Journal journal = bench.engine.bean(Journal.class);
        long id = bench.engine
                .bean(OwnTransaction.class)
                .call(() -> journal.claimed(
                        new Door.Claim(
                                SpendKind.CREATE_CUSTOM_ORDER,
                                other,
                                List.of(),
                                List.of("x.com"),
                                1,
                                "t",
                                hosted,
                                BigDecimal.ZERO),
                        BigDecimal.ZERO,
                        "2026-01",
                        bench.clock.instant(),
                        true));
        bench.order(who, "a.com");
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        for (long attempt : new long[] {id, bench.last().id()}) {
            String receipt = json.writeValueAsString(
                    bench.engine.bean(Receipts.class).find(attempt).orElseThrow());
            assertThat(receipt).doesNotContain(secrets);
            assertThat(receipt).contains(attempt == id ? "godaddy" : "try later");
        }
    }

    @Test
    void aRequestIsHashedWithoutItsLogins() {
        List<Receipt> receipts = List.of("hunter2", "hunter3").stream()
                .map(password -> {
                    bench.vendor.fail(Fault.REFUSES);
                    bench.engine.ledger.createOrder(
                            who,
                            "q1",
                            List.of("a.com"),
                            "other",
                            "SPRING",
                            Bench.MONTHLY,
                            () -> Bench.MONTHLY,
                            tag -> new Wire.OrderBody(
                                    "t",
                                    Bench.body("t", false, "a.com").providers(),
                                    new Wire.Login("Instantly", password, password, password, password, "{{ID}}"),
                                    new Wire.Login("Namecheap", password, password, password, null, null)));
                    return last();
                })
                .toList();
        assertThat(receipts.get(0).request())
                .isEqualTo(receipts.get(1).request())
                .contains("Namecheap", "Instantly", "***")
                .doesNotContain("hunter", "{{ID}}");
        assertThat(receipts.get(0).requestHash())
                .isEqualTo(receipts.get(1).requestHash())
                .isEqualTo(RequestHash.sha256(receipts.get(0).request()));
    }

    @Test
    void aCallFromBeforeTheJournalHasTheReceiptOfItsRow() {
        bench.order(who, "a.com");
        bench.sql.sql("delete from attempt_event").update();
        bench.sql.sql("update attempt set request = null").update();
        Receipt receipt = last();
        assertThat(receipt.charged()).isEqualByComparingTo(Bench.MONTHLY);
        assertThat(receipt.approved()).isEqualByComparingTo(Bench.MONTHLY);
        assertThat(receipt.events()).isEmpty();
        assertThat(receipt.approval().by()).isEqualTo("ann");
        bench.forget();
    }

    @Test
    void aCampaignHasItsOwnReceipts() {
        bench.buy(who, "a.com");
        bench.order(who, "a.com");
        bench.buy(bench.campaign("d"), "b.com");
        assertThat(bench.engine.bean(Receipts.class).of("c"))
                .extracting(receipt -> receipt.attempt().kind())
                .containsExactly(SpendKind.BUY_DOMAINS, SpendKind.CREATE_CUSTOM_ORDER);
    }
}
