package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.mailwright.export.Receiver;
import io.mailwright.onboarding.NoticeSettings.Channel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be told is told once by several nodes, again after a failure, and never lost. */
class OutboxTest {
    @RegisterExtension
    static GreenMailExtension mail = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    private static EmbeddedPostgres postgres;

    private final Receiver receiver = new Receiver();
    private final Time clock = new Time();

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    static Stream<DataSource> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:notices" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        String name = "n" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return Stream.of(h2, postgres.getDatabase("postgres", name))
                .peek(database -> Flyway.configure().dataSource(database).load().migrate());
    }

    /** A node with the given database, and what it is made of. */
    private final class Node {
        final JdbcClient jdbc;
        final DataSourceTransactionManager transactions;
        final Outbox outbox;
        final OpenTasks tasks;
        final Records records;
        final OrderRecords orders;
        final StageNews news;
        final Reminders reminders;
        final Deliveries deliveries;

        Node(DataSource database) {
            this(database, receiver.url(), mail.getSmtp().getPort());
        }

        Node(DataSource database, String url, int mailPort) {
            NoticeSettings settings = new NoticeSettings(
                    List.of("webhook:*", "mail:task.*"),
                    url,
                    Receiver.SECRET,
                    List.of("desk@acme.example"),
                    "mailwright@acme.example",
                    List.of("boss@acme.example"),
                    "https://mailwright.acme.example/");
            JavaMailSenderImpl mails = new JavaMailSenderImpl();
            mails.setHost("localhost");
            mails.setPort(mailPort);
            jdbc = JdbcClient.create(database);
            transactions = new DataSourceTransactionManager(database);
            StageNotes notes = new StageNotes(jdbc, clock);
            records = new Records(jdbc, notes, transactions, clock);
            orders = new OrderRecords(jdbc, clock, notes);
            outbox = new Outbox(jdbc, clock);
            Notices notices = new Notices(settings, outbox, new PlanRecords(jdbc, clock), clock);
            tasks = new OpenTasks(jdbc, records, null, notices, clock);
            news = new StageNews(jdbc, notes, records, new MailboxRecords(jdbc), notices, clock, transactions);
            reminders = new Reminders(jdbc, tasks, notices, clock, transactions);
            deliveries = new Deliveries(settings, outbox, tasks, new NoticeMail(settings, mails), clock);
        }

        void campaign(String id, Stage stage, Stage... ofOrders) {
            records.insert(id, id, id, "", "demo");
            records.stage(id, stage);
            for (int i = 0; i < ofOrders.length; i++)
                jdbc.sql("insert into campaign_order (campaign_id, number, plan_version, provider, source, monthly,"
                                + " stage, style, amount_asked) values (?, ?, 0, 'smtp', 'other', 1, ?, 'form', false)")
                        .params(id, i + 1, ofOrders[i].word())
                        .update();
            news.look();
            jdbc.sql("delete from notice").update();
        }

        void task(String id, Duration due) {
            tasks.opened(new OpenTasks.Opened(
                    id,
                    "onboarding",
                    null,
                    "approvePlan",
                    "Approve this plan?",
                    List.of("approve", "reject"),
                    List.of("approvers"),
                    clock.now,
                    clock.now.plus(due)));
        }

        List<String> types() {
            return jdbc.sql("select type from notice where channel = 'webhook' order by created_at, type")
                    .query(String.class)
                    .list();
        }

        List<String> told() {
            return outbox.list(false, 0, 100).stream()
                    .filter(notice -> notice.type().equals(Notices.STAGE))
                    .map(notice -> notice.body().replaceAll(".*\"from\":\"(.*?)\",\"to\":\"(.*?)\".*", "$1 $2"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_nodes_deliver_each_notice_once(DataSource database) {
        Node one = new Node(database);
        Node other = new Node(database);
        for (int i = 0; i < 30; i++) one.task("t" + i, Duration.ofDays(2));
        together(one.deliveries::webhooks, other.deliveries::webhooks, one.deliveries::mails, other.deliveries::mails);

        assertThat(receiver.messages).hasSize(30).allMatch(Receiver.Message::signed);
        assertThat(receiver.messages.stream().map(Receiver.Message::id).distinct())
                .hasSize(30);
        assertThat(mail.getReceivedMessages()).hasSize(30);
        assertThat(one.outbox.list(true, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_died_with_a_notice_leaves_it_to_be_sent_again_under_the_same_id(DataSource database) {
        Node dead = new Node(database);
        dead.task("t", Duration.ofDays(2));
        Outbox.Notice claimed = dead.outbox.claim(Channel.WEBHOOK).orElseThrow();
        // it was sent, and not marked any more
        Node other = new Node(database);
        other.deliveries.webhooks();
        assertThat(receiver.messages).as("may still be under way").isEmpty();
        pass(Outbox.CLAIM);
        other.deliveries.webhooks();
        assertThat(receiver.messages)
                .singleElement()
                .satisfies(message -> assertThat(message.id()).isEqualTo(claimed.event()));
        pass(Duration.ofDays(1));
        other.deliveries.webhooks();
        assertThat(receiver.messages).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_receiver_that_fails_gets_it_again_later_and_later(DataSource database) {
        Node node = new Node(database);
        node.task("t", Duration.ofDays(2));
        receiver.answers.addAll(List.of(500, 301, 503));
        for (int second = 0; second < 3600; second++) {
            node.deliveries.webhooks();
            pass(Duration.ofSeconds(1));
        }
        assertThat(receiver.messages).hasSize(4).allMatch(Receiver.Message::signed);
        assertThat(receiver.messages.stream().map(Receiver.Message::id).distinct())
                .hasSize(1);
        assertThat(receiver.messages.stream().map(Receiver.Message::body).distinct())
                .hasSize(1);
        assertThat(node.outbox.list(true, 0, 10))
                .extracting(Outbox.Notice::channel)
                .containsExactly("mail");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void after_days_it_is_given_up_for_everybody_to_see(DataSource database) {
        Node node = new Node(database, "http://localhost:1/hook", mail.getSmtp().getPort());
        node.task("t", Duration.ofDays(2));
        node.deliveries.webhooks();
        assertThat(node.outbox.list(true, 0, 10))
                .filteredOn(notice -> notice.channel().equals("webhook"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.givenUp()).isNull();
                    assertThat(notice.next()).isEqualTo(clock.now.plusSeconds(5));
                    assertThat(notice.failure()).contains("can't be reached");
                });
        for (int hour = 0; hour < 24 * 5; hour++) {
            node.deliveries.webhooks();
            pass(Duration.ofHours(1));
        }
        Outbox.Notice last = node.outbox.list(true, 0, 10).stream()
                .filter(notice -> notice.channel().equals("webhook"))
                .findFirst()
                .orElseThrow();
        assertThat(last.givenUp()).isAfter(last.created().plus(Outbox.TRIED_FOR));
        assertThat(last.tries()).isBetween(15, 30);
        pass(Duration.ofDays(31));
        node.outbox.forgetOld();
        assertThat(node.outbox.list(true, 0, 10))
                .extracting(Outbox.Notice::channel)
                .containsExactly("mail");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_undone_is_not_told(DataSource database) {
        Node node = new Node(database);
        node.campaign("c", Stage.SEARCHING);
        new TransactionTemplate(node.transactions).executeWithoutResult(tx -> {
            node.task("t", Duration.ofDays(2));
            node.records.stage("c", Stage.FAILED);
            tx.setRollbackOnly();
        });
        node.news.look();
        assertThat(node.outbox.list(false, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_change_of_the_shown_stage_is_told_once_by_several_nodes(DataSource database) {
        Node one = new Node(database);
        Node other = new Node(database);
        one.campaign("c", Stage.BUYING, Stage.ORDERING, Stage.ORDERING);
        TransactionTemplate transaction = new TransactionTemplate(one.transactions);
        transaction.executeWithoutResult(tx -> {
            one.orders.stage(one.orders.order("c/1"), Stage.AWAITING_PAYMENT);
            // neither sees what the other does
            together(() -> other.orders.stage(other.orders.order("c/2"), Stage.AWAITING_PAYMENT), () -> {});
            together(one.news::look, other.news::look);
            assertThat(one.told()).isEmpty();
        });
        together(one.news::look, other.news::look);
        assertThat(one.told()).containsExactly("ordering awaiting-payment");

        one.orders.stage(one.orders.order("c/1"), Stage.ONBOARDED);
        one.orders.stage(one.orders.order("c/2"), Stage.ONBOARDED);
        one.records.stage("c", Stage.ONBOARDED);
        one.records.stage("c", Stage.ONBOARDED);
        together(one.news::look, other.news::look);
        assertThat(one.told())
                .containsExactlyInAnyOrder(
                        "ordering awaiting-payment", "awaiting-payment provisioning", "provisioning onboarded");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_campaign_that_is_checked_again_goes_back(DataSource database) {
        Node node = new Node(database);
        node.campaign("c", Stage.AWAITING_APPROVAL);
        for (Stage stage : List.of(Stage.CHECKING, Stage.SEARCHING, Stage.AWAITING_APPROVAL))
            node.records.stage("c", stage);
        node.news.look();
        assertThat(node.told())
                .containsExactlyInAnyOrder(
                        "awaiting-approval checking", "checking searching", "searching awaiting-approval");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_task_is_reminded_of_once_at_half_time_and_escalated_once(DataSource database) throws Exception {
        Node one = new Node(database);
        Node other = new Node(database);
        one.task("t", Duration.ofHours(48));
        pass(Duration.ofHours(23));
        together(one.reminders::look, other.reminders::look);
        assertThat(one.types()).containsExactly("task.opened");
        pass(Duration.ofHours(1));
        together(one.reminders::look, other.reminders::look);
        pass(Duration.ofHours(23));
        together(one.reminders::look, other.reminders::look);
        assertThat(one.types()).containsExactly("task.opened", "task.reminder");
        pass(Duration.ofHours(1));
        together(one.reminders::look, other.reminders::look);
        pass(Duration.ofHours(9));
        together(one.reminders::look, other.reminders::look);
        assertThat(one.types()).containsExactly("task.opened", "task.reminder", "task.overdue");

        one.deliveries.mails();
        MimeMessage[] mails = mail.getReceivedMessages();
        assertThat(subjects(mails))
                .as("the deadline is told to two")
                .containsExactlyInAnyOrder(
                        "Approve this plan?",
                        "Still waiting: Approve this plan?",
                        "Overdue: Approve this plan?",
                        "Overdue: Approve this plan?");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_is_reminded_of_what_was_decided_meanwhile(DataSource database) {
        Node node = new Node(database);
        node.task("t", Duration.ofHours(2));
        pass(Duration.ofHours(1));
        node.reminders.look();
        node.tasks.ended("t");
        node.deliveries.webhooks();
        node.deliveries.mails();
        assertThat(receiver.messages)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("task.opened"));
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(node.outbox.list(true, 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_mail_server_that_is_away_gets_it_later(DataSource database) {
        new Node(database).task("t", Duration.ofDays(2));
        new Node(database, receiver.url(), 1).deliveries.mails();
        assertThat(mail.getReceivedMessages()).isEmpty();
        pass(Duration.ofSeconds(5));
        new Node(database).deliveries.mails();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private static List<String> subjects(MimeMessage[] mails) throws Exception {
        String[] subjects = new String[mails.length];
        for (int i = 0; i < mails.length; i++) subjects[i] = mails[i].getSubject();
        return List.of(subjects);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static void together(Runnable... work) {
        CompletableFuture.allOf(Stream.of(work).map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new))
                .join();
    }
}
