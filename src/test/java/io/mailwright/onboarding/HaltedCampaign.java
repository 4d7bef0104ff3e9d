package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.ledger.Books;
import io.mailwright.onboarding.HaltPoint.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * One campaign on a server that dies at the chosen points, one after the other as they come, and is started again each
 * time. Who is asked answers as the vendor's ledger has it.
 */
final class HaltedCampaign {
    private static final long PATIENCE = 90_000_000_000L;

    /** @param nth at which of the moments like this, from 1 */
    record Halt(HaltPoint point, When when, int nth) {
        Predicate<MortalDatabase.Moment> moment() {
            Predicate<MortalDatabase.Moment> here = point.at(when);
            int[] left = {nth};
            return moment -> here.test(moment) && --left[0] <= 0;
        }
    }

    private final Flows flows;
    private final MortalDatabase database;
    private final MortalNode node;
    private final String text;
    private final String word;
    private final List<Halt> ahead;
    private final List<Halt> met = new ArrayList<>();
    private final Random delays;
    private String id;
    private long lastBeforeDeath;
    private long hastened;

    HaltedCampaign(
            Flows flows,
            MortalDatabase database,
            MortalNode node,
            String word,
            String text,
            List<Halt> halts,
            long seed) {
        this.flows = flows;
        this.database = database;
        this.node = node;
        this.word = word;
        this.text = text;
        this.ahead = new ArrayList<>(halts);
        this.delays = new Random(seed);
    }

    /** @return where it died */
    List<Halt> run() {
        long end = System.nanoTime() + PATIENCE;
        arm();
        while (true) {
            if (System.nanoTime() > end) throw new AssertionError("stuck: " + where());
            if (database.dead()) {
                node.restart(database);
                lastBeforeDeath = last();
                arm();
            }
            try {
                if (ended()) break;
                goOn();
            } catch (RuntimeException | Error failure) {
                if (!database.dead()) throw failure;
            }
            Flows.sleep(20);
        }
        database.revive();
        judge();
        return met;
    }

    private void arm() {
        List<Map.Entry<Halt, Predicate<MortalDatabase.Moment>>> armed =
                ahead.stream().map(halt -> Map.entry(halt, halt.moment())).toList();
        database.diesWhen(moment -> {
            synchronized (met) {
                // each is told of each moment
                List<Halt> here = armed.stream()
                        .filter(halt -> halt.getValue().test(moment))
                        .map(Map.Entry::getKey)
                        .toList();
                if (here.isEmpty() || database.dead()) return false;
                Halt halt = here.get(0);
                if (!ahead.remove(halt)) return false;
                met.add(halt);
                if (halt.point() != HaltPoint.ON_ITS_WAY) return true;
                long delay = delays.nextLong(15);
                new Thread(() -> {
                            Flows.sleep(delay);
                            database.dies();
                        })
                        .start();
                return false;
            }
        });
    }

    private boolean ended() {
        return id != null && database.unwatched(() -> flows.view(id).stage().equals("onboarded"));
    }

    private void goOn() {
        if (id == null) {
            begin();
            return;
        }
        CampaignView view = database.unwatched(() -> {
            timePasses();
            CampaignView seen = flows.view(id);
            if (seen.stage().equals("awaiting-payment")) pay();
            return seen;
        });
        for (CampaignView.Task task : view.tasks()) {
            String decision = database.unwatched(() -> answer(task));
            if (decision.equals("wait")) continue;
            try {
                if (task.key().equals("approvePlan"))
                    flows.asDemo(() -> flows.onboarding.approve(id, view.planHash(), "demo", List.of("camunda-admin")));
                else flows.asDemo(() -> flows.tasks.complete(task.id(), Map.of("decision", decision)));
            } catch (OptimisticLockingException | FormFieldValidationException | Onboarding.Conflict lookAgain) {
                continue;
            }
        }
    }

    /** Somebody confirms the card where that was asked. */
    private void pay() {
        for (JsonNode order : flows.ledger().get("orders"))
            if (!order.get("paid").asBoolean() && order.toString().contains(word))
                flows.admin("POST", "web-order/" + order.get("id").asText() + "/pay", null);
    }

    private void begin() {
        try {
            id = flows.start(text).id();
        } catch (Onboarding.NameTaken begunBeforeItDied) {
            id = begunBeforeItDied.id;
        }
    }

    /** Half a minute, for calls nobody waits for any more; retries and looks come sooner. */
    private void timePasses() {
        flows.jdbc
                .sql("update attempt set claimed_at = dateadd(second, -30, claimed_at) where campaign_id = ?"
                        + " and claimed_at > dateadd(second, -20, current_timestamp)"
                        + " and (state = 'unknown' or state in ('claimed', 'sent') and id <= ?)")
                .params(id, lastBeforeDeath)
                .update();
        if (System.nanoTime() - hastened < 500_000_000L) return;
        hastened = System.nanoTime();
        node.hasten();
    }

    private long last() {
        return flows.jdbc
                .sql("select coalesce(max(id), 0) from attempt")
                .query(Long.class)
                .single();
    }

    private String answer(CampaignView.Task task) {
        return switch (task.key()) {
            case "approvePlan" -> "approve";
            case "mailboxesOverdue" -> "wait";
            case "resolveSpend" -> truth(task.id());
            default -> "retry";
        };
    }

    private String truth(String task) {
        Map<String, Object> facts = flows.tasks.getVariablesLocal(task);
        if (facts.get("spendKind") == null) return "wait";
        JsonNode ledger = flows.ledger();
        boolean happened = switch (facts.get("spendKind").toString()) {
            case "BUY_DOMAINS" ->
                texts(ledger, "purchases", "domain")
                        .contains(facts.get("spendNames").toString().split(",")[0]);
            case "CREATE_CUSTOM_ORDER" ->
                texts(ledger, "orders", "tag").contains(facts.get("spendTag").toString());
            case "SUBMIT_FORM" ->
                StreamSupport.stream(ledger.get("forms").spliterator(), false)
                        .anyMatch(form -> form.get("uuid")
                                        .asText()
                                        .equals(facts.get("formUuid").toString())
                                && form.hasNonNull("submitted_at"));
            default -> throw new AssertionError("an unknown kind of spend: " + facts);
        };
        return happened ? "happened" : "did-not-happen";
    }

    private void judge() {
        assertThat(met).as("halts that were met, of %s", ahead).isNotEmpty();
        Books.check(flows.jdbc);
        flows.nothingTwice();
        List<String> names = flows.names(id);
        JsonNode ledger = flows.ledger();
        assertThat(Flows.set(texts(ledger, "purchases", "domain").stream()
                        .filter(name -> name.contains(word))
                        .toList()))
                .as("bought")
                .isEqualTo(Flows.set(names));
        for (String name : names)
            for (String list : List.of("purchases", "orders", "forms"))
                assertThat(flows.at(list, List.of(name)))
                        .as(list + " of " + name)
                        .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from attempt where campaign_id = ? and state in ('claimed', 'sent', 'unknown')"))
                .as("calls without a known outcome")
                .isZero();
        assertThat(charged(ledger, names)).as("charged").isEqualByComparingTo(spent());
        CampaignView view = flows.view(id);
        assertThat(view.mailboxes().ready()).isEqualTo(view.mailboxes().expected());
        assertThat(spent())
                .as("within what was approved")
                .isLessThanOrEqualTo(view.cost().now());
        assertThat(view.problem()).isNull();
        assertThat(view.tasks()).isEmpty();
    }

    private BigDecimal charged(JsonNode ledger, List<String> names) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String list : List.of("purchases", "orders"))
            for (JsonNode row : ledger.get(list))
                if (names.stream().anyMatch(name -> row.toString().contains("\"" + name + "\"")))
                    sum = sum.add(
                            row.get(row.has("amount") ? "amount" : "charged").decimalValue());
        return sum;
    }

    private BigDecimal spent() {
        return flows.jdbc
                .sql("select spent from budget where scope = ?")
                .param("campaign:" + id)
                .query(BigDecimal.class)
                .single();
    }

    private long count(String sql) {
        return flows.jdbc.sql(sql).param(id).query(Long.class).single();
    }

    private static Set<String> texts(JsonNode ledger, String list, String field) {
        return StreamSupport.stream(ledger.get(list).spliterator(), false)
                .map(row -> row.path(field).asText())
                .collect(Collectors.toSet());
    }

    private String where() {
        return database.unwatched(
                () -> (id == null ? "not begun" : flows.view(id).toString()) + ", died at " + met
                        + ", jobs "
                        + flows.jdbc
                                .sql(
                                        "select PROCESS_DEF_KEY_, TYPE_, DUEDATE_, LOCK_OWNER_, RETRIES_, EXCEPTION_MSG_ from ACT_RU_JOB")
                                .query()
                                .listOfRows());
    }
}
