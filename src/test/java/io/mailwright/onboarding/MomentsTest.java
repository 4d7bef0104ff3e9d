package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.PricedName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Two things at the same moment. Where it counts, the one is held at a statement while the other is done whole. */
@MortalFlowTest
@Timeout(120)
class MomentsTest {
    @Autowired
    Flows flows;

    @Autowired
    DataSource dataSource;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Plans plans;

    @Autowired
    OrderRecords orderRecords;

    @Autowired
    Ledger ledger;

    private MortalDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void usual() {
        database = (MortalDatabase) dataSource;
        database.revive();
        flows.usual();
    }

    @AfterEach
    void once() {
        threads.shutdownNow();
        database.revive();
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void many_clicks_on_approve_here_and_in_tasklist_are_one_approval() throws Exception {
        for (int i = 0; i < 5; i++) {
            String id = waiting("");
            String task = flows.open(id, "approvePlan");
            List<Callable<Throwable>> clicks = new ArrayList<>();
            CyclicBarrier start = new CyclicBarrier(6);
            for (int click = 0; click < 6; click++) {
                boolean tasklist = click % 2 == 0;
                clicks.add(() -> {
                    start.await();
                    return catchThrowable(() -> {
                        if (tasklist) complete(task, "approve");
                        else approve(id);
                    });
                });
            }
            int late = 0;
            for (Future<Throwable> click : threads.invokeAll(clicks))
                if (click.get() != null) {
                    assertThat(click.get())
                            .isInstanceOf(FormFieldValidationException.class)
                            .hasMessageContaining("not open any more");
                    late++;
                }
            assertThat(late).isLessThan(4);
            assertThat(approvals(id)).isEqualTo(1);
            flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        }
    }

    @Test
    void a_click_whose_task_goes_while_it_is_read_is_the_same_approval() {
        String id = waiting("");
        String task = flows.open(id, "approvePlan");
        Thread me = Thread.currentThread();
        database.meanwhile(
                moment -> moment.thread() == me && moment.event().contains("from act_ru_execution where id_ ="),
                () -> complete(task, "approve"));
        approve(id);
        assertThat(approvals(id)).isEqualTo(1);
        flows.onboarded(id);
    }

    @Test
    void a_second_click_while_the_first_is_being_written_is_the_same_approval() {
        String id = waiting("");
        String task = flows.open(id, "approvePlan");
        database.meanwhile(here("update campaign set stage"), () -> complete(task, "approve"));
        approve(id);
        assertThat(approvals(id)).isEqualTo(1);
        flows.onboarded(id);
        assertThat(flows.at("purchases", flows.names(id))).isEqualTo(1);
    }

    @Test
    void of_approve_and_reject_at_once_the_first_counts_and_the_other_is_told() {
        String rejected = waiting("");
        String task = flows.open(rejected, "approvePlan");
        database.meanwhile(here("update campaign set stage"), () -> complete(task, "reject"));
        assertThat(catchThrowable(() -> approve(rejected))).isInstanceOf(Onboarding.Conflict.class);
        flows.until(rejected, stage(Stage.REJECTED));
        assertThat(approvals(rejected)).isZero();
        assertThat(flows.at("purchases", flows.names(rejected))).isZero();

        String approved = waiting("");
        String other = flows.open(approved, "approvePlan");
        database.meanwhile(here("act_ru_execution"), () -> approve(approved));
        assertThat(catchThrowable(() -> complete(other, "reject")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("not open any more");
        flows.onboarded(approved);
        assertThat(approvals(approved)).isEqualTo(1);
    }

    @Test
    void the_same_file_posted_twice_at_once_is_one_campaign() throws Exception {
        String text = file(word(), 1, "");
        AtomicReference<String> first = new AtomicReference<>();
        database.meanwhile(
                here("insert into campaign ("),
                () -> first.set(flows.start(text).id()));
        assertThat(catchThrowable(() -> flows.start(text)))
                .isInstanceOfSatisfying(
                        Onboarding.NameTaken.class,
                        taken -> assertThat(taken.id).isEqualTo(first.get()));

        String again = file(word(), 1, "");
        List<Callable<String>> posts = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            posts.add(() -> {
                try {
                    return flows.start(again).id();
                } catch (Onboarding.NameTaken taken) {
                    return taken.id;
                }
            });
        List<String> ids = new ArrayList<>();
        for (Future<String> post : threads.invokeAll(posts)) ids.add(post.get());
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ids.get(0))
                        .count())
                .isEqualTo(1);
    }

    /** The plan is read, then the task is looked for: the new version's task must not take the old one's approval. */
    @Test
    void an_approval_of_a_plan_that_is_replaced_at_that_moment_approves_nothing() {
        String word = word();
        String id = waiting(word, "");
        String old = flows.view(id).planHash();
        database.meanwhile(here("from act_ru_task"), () -> {
            flows.decide(id, "approvePlan", "change");
            flows.open(id, "correctCampaign");
            flows.asDemo(() -> flows.onboarding.replace(id, file(word, 2, ""), "demo"));
            flows.until(id, view -> task("approvePlan").test(view) && !old.equals(view.planHash()));
        });
        assertThat(catchThrowable(
                        () -> flows.asDemo(() -> flows.onboarding.approve(id, old, "demo", List.of("camunda-admin")))))
                .isInstanceOf(Onboarding.Conflict.class);
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(2);
        assertThat(flows.onboarding.plan(id).orElseThrow().approved()).isFalse();
        assertThat(approvals(id)).isZero();
    }

    @Test
    void a_task_that_shows_another_plan_than_the_current_one_approves_nothing() {
        String id = waiting("");
        String task = flows.open(id, "approvePlan");
        flows.planSays(id, flows.view(id).planHash(), "0".repeat(64));
        assertThat(catchThrowable(() -> complete(task, "approve")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("changed");
        assertThat(approvals(id)).isZero();
        flows.open(id, "approvePlan");
    }

    /** Whoever sees the stage finds the task, at every moment of the transaction that opens it. */
    @Test
    void who_sees_that_approval_is_awaited_can_approve() {
        List<String> early = new ArrayList<>();
        AtomicReference<String> id = new AtomicReference<>();
        database.diesWhen(moment -> {
            if (id.get() == null || !Thread.currentThread().getName().contains("TaskExecutor")) return false;
            String campaign = id.get();
            outside(() -> {
                if (flows.jdbc
                                .sql("select stage from campaign where id = ?")
                                .param(campaign)
                                .query(String.class)
                                .single()
                                .equals("awaiting-approval")
                        && flows.tasks
                                        .createTaskQuery()
                                        .processInstanceBusinessKey(campaign)
                                        .count()
                                == 0) early.add(moment.event());
            });
            return false;
        });
        id.set(flows.start(file(word(), 1, "")).id());
        approve(flows.until(id.get(), stage(Stage.AWAITING_APPROVAL)).id());
        assertThat(early).isEmpty();
        assertThat(approvals(id.get())).isEqualTo(1);
    }

    /** Whatever the moment of the purchase: once it is cancelled nothing leaves, and it ends as soon as nothing is open. */
    @Test
    void cancelled_at_a_moment_of_the_purchase() {
        for (Predicate<MortalDatabase.Moment> moment : List.<Predicate<MortalDatabase.Moment>>of(
                now -> now.event().startsWith("select 1 from spend where"),
                now -> now.event().startsWith("insert into attempt ("),
                now -> now.commit("after", "insert into attempt ("),
                now -> now.commit("after", "update attempt set state"))) {
            String id = waiting("");
            AtomicReference<Future<?>> cancelling = new AtomicReference<>();
            database.meanwhile(moment, () -> {
                // it may have to wait for the claim that is being written
                cancelling.set(threads.submit(() -> flows.asDemo(() -> flows.onboarding.cancel(id, "demo"))));
                Flows.sleep(300);
            });
            approve(id);
            flows.until(id, stage(Stage.CANCELLED));
            for (String open : List.of("claimed", "sent", "unknown"))
                assertThat(attempts(id, open)).isZero();
            assertThat(flows.at("purchases", flows.names(id))).isEqualTo(attempts(id, "confirmed"));
            assertThat(cancelling.get()).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    private long attempts(String id, String state) {
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ? and state = ?")
                .params(id, state)
                .query(Long.class)
                .single();
    }

    /** The step writes its rows after the campaign has ended: it stays ended. */
    @Test
    void cancelled_while_a_step_begins() {
        AtomicReference<String> id = new AtomicReference<>();
        database.meanwhile(
                moment -> id.get() != null
                        && Thread.currentThread().getName().contains("TaskExecutor")
                        && moment.event().startsWith("update campaign set stage")
                        && moment.statements().isEmpty(),
                () -> {
                    flows.asDemo(() -> flows.onboarding.cancel(id.get(), "demo"));
                    flows.until(id.get(), stage(Stage.CANCELLED));
                });
        id.set(flows.start(file(word(), 1, "")).id());
        flows.until(id.get(), stage(Stage.CANCELLED));
        Flows.sleep(500);
        assertThat(flows.view(id.get()).stage()).isEqualTo("cancelled");
        assertThat(flows.view(id.get()).tasks()).isEmpty();
    }

    /** The instance is moved on by the watch between the reading and the writing of the cancellation. */
    @Test
    void cancelled_while_the_watch_moves_the_order() {
        flows.modes("{'unpaidOrders':true}");
        String id = waiting("");
        approve(id);
        flows.until(id, stage(Stage.AWAITING_PAYMENT));
        database.meanwhile(herePersisting(), () -> {
            flows.modes("{'unpaidOrders':false}");
            flows.pay(id);
            flows.until(id, view -> !view.stage().equals("awaiting-payment"));
        });
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        flows.until(id, stage(Stage.CANCELLED));
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    /** Held at the vendor, its lock is taken away: who runs the job too meets the claim and comes again later. */
    @Test
    void two_engines_run_one_job_after_its_lock_expired() {
        String id = waiting("");
        flows.admin(
                "PUT", "faults", "{'hang':'PT9S','script':[{'endpoint':'buy-domains','nth':1,'fault':'hang-after'}]}");
        approve(id);
        flows.until(id, view -> flows.at("purchases", flows.names(id)) == 1);
        Job job = job(id + "/1");
        assertThat(flows.jdbc
                        .sql(
                                "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null, rev_ = rev_ + 1 where id_ = ?")
                        .param(job.getId())
                        .update())
                .isEqualTo(1);
        flows.until(id, view -> job(id + "/1").getDuedate() != null);
        assertThat(job(id + "/1").getRetries()).isEqualTo(job.getRetries());
        // the vendor hangs up at last: the first engine writes down what it knows, and loses its job's end
        flows.until(id, view -> attempts(id, "sent") == 0);
        flows.hasten(id + "/1");
        flows.onboarded(id);
        assertThat(flows.at("purchases", flows.names(id))).isEqualTo(1);
    }

    private Job job(String key) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    /** A purchase under the old plan commits while the new one is being written: the new one is made again with it. */
    @Test
    void a_purchase_while_the_new_plan_is_written_is_in_the_new_plan() {
        String word = word();
        String id = waiting(word, "");
        String lost = flows.names(id).get(0);
        flows.jdbc
                .sql("update alternate set state = 'used' where campaign_id = ?")
                .param(id)
                .update();
        flows.gone(lost);
        approve(id);
        flows.open(id, "chooseReplacement");
        var who = plans.authority(orderRecords.order(id + "/1"));
        String bought = flows.jdbc
                .sql("select domain from alternate where campaign_id = ? order by rank desc fetch first 1 rows only")
                .param(id)
                .query(String.class)
                .single();
        AtomicReference<Map<String, Ledger.Fate>> fates = new AtomicReference<>();
        database.meanwhile(
                moment -> moment.event().startsWith("insert into plan ("),
                () -> fates.set(ledger.buyDomains(who, List.of(new PricedName(bought, new BigDecimal("60"))))));
        flows.decide(id, "chooseReplacement", "retry");
        flows.until(id, task("approvePlan"));
        assertThat(fates.get()).containsEntry(bought, Ledger.Fate.OURS);
        assertThat(flows.names(id)).containsExactly(bought);
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(2);
        approve(id);
        flows.onboarded(id);
        assertThat(flows.at("purchases", List.of(bought))).isEqualTo(1);
    }

    /** Looking goes on behind the person, and meets the answer. */
    @Test
    void an_answer_that_meets_a_look_is_taken_all_the_same() {
        String id = waiting("");
        String task = asked(id);
        database.meanwhile(here("for update"), () -> {
            long before = looks(id);
            while (looks(id) < before + 2) Flows.sleep(50);
        });
        complete(task, "did-not-happen");
        flows.onboarded(id);
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    /** The look finds it settled by the person and ends the question before the answer is written: the word stands. */
    @Test
    void an_answer_that_a_look_overtakes_counts() {
        String id = waiting("");
        String task = asked(id);
        database.meanwhile(
                herePersisting(),
                () -> flows.until(
                        id, view -> flows.tasks.createTaskQuery().taskId(task).count() == 0));
        assertThat(catchThrowable(() -> complete(task, "did-not-happen")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("not open any more");
        flows.onboarded(id);
        assertThat(flows.jdbc
                        .sql("select settled_by from attempt where campaign_id = ? and state = 'voided'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("demo");
    }

    /** Whether an order that never arrived at the vendor was placed. @return the task */
    private String asked(String id) {
        flows.fault("create-custom-order", "drop-before", 1);
        approve(id);
        flows.until(id, view -> attempts(id, "unknown") == 1);
        flows.jdbc
                .sql("update attempt set claimed_at = dateadd(second, -30, claimed_at) where campaign_id = ?")
                .param(id)
                .update();
        return flows.open(id, "resolveSpend");
    }

    private long looks(String id) {
        return flows.jdbc
                .sql("select count(*) from act_hi_actinst h join act_hi_procinst p on p.id_ = h.proc_inst_id_"
                        + " where h.act_id_ = 'lookAgain' and p.business_key_ in"
                        + " (select cast(id as varchar) from attempt where campaign_id = ?)")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Both count themselves out at the same moment; the one that loses is run again at once. */
    @Test
    void orders_that_end_together_cost_no_retry_and_no_wait() {
        String id = flows.start(file(word(), "smtp: 1, google: 1", "buy 2", "")).id();
        flows.until(id, task("approvePlan"));
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicReference<Long> met = new AtomicReference<>();
        database.diesWhen(moment -> {
            if (met.get() == null
                    && moment.event().startsWith("update act_ru_variable")
                    && Thread.currentThread().getName().contains("TaskExecutor")) {
                try {
                    both.await(45, TimeUnit.SECONDS);
                    met.set(System.nanoTime());
                } catch (BrokenBarrierException | TimeoutException | InterruptedException alone) {
                    return false;
                }
            }
            return false;
        });
        approve(id);
        flows.onboarded(id);
        assertThat(met.get()).isNotNull();
        assertThat(System.nanoTime() - met.get()).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    private static void outside(Runnable look) {
        CompletableFuture.runAsync(look, command -> new Thread(command).start()).join();
    }

    private static Predicate<MortalDatabase.Moment> here(String statement) {
        Thread here = Thread.currentThread();
        return moment -> moment.thread() == here && moment.event().contains(statement);
    }

    /** When the engine begins to write what it did in memory. */
    private static Predicate<MortalDatabase.Moment> herePersisting() {
        Thread here = Thread.currentThread();
        return moment ->
                moment.thread() == here && moment.event().matches("(?s)(insert into|update|delete from) act_.*");
    }

    private String waiting(String more) {
        return waiting(word(), more);
    }

    private String waiting(String word, String more) {
        String id = flows.start(file(word, 1, more)).id();
        flows.until(id, task("approvePlan"));
        return id;
    }

    private void approve(String id) {
        flows.asDemo(() -> flows.onboarding.approve(id, flows.view(id).planHash(), "demo", List.of("camunda-admin")));
    }

    private void complete(String task, String decision) {
        flows.asDemo(() -> flows.tasks.complete(task, Map.of("decision", decision)));
    }

    private long approvals(String id) {
        return flows.jdbc
                .sql("select count(*) from approval where campaign_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
