package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.export.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person at the onboarding and an administrator at the simulated vendor. */
@TestComponent
class Flows {
    /** A busy machine takes its time; where all is well nobody waits so long. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    final Onboarding onboarding;
    private final Exports exports;
    final TaskService tasks;
    final JdbcClient jdbc;
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();

    Flows(
            Onboarding onboarding,
            Exports exports,
            TaskService tasks,
            IdentityService identity,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc,
            Environment environment) {
        this.onboarding = onboarding;
        this.exports = exports;
        this.tasks = tasks;
        this.identity = identity;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** As somebody takes them out. */
    List<Mailbox> mailboxes(String campaign) {
        List<Mailbox> taken = new ArrayList<>();
        try {
            exports.handOver(campaign, ExportFormat.CSV, false, "demo", taken::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    /** The vendor as it usually is, but unlimited and quick. */
    void usual() {
        admin("DELETE", "modes", "");
        admin("DELETE", "faults", "");
        modes("{'unlimited':true}");
        admin("PUT", "clock", "{'speed':1000000}");
    }

    void modes(String json) {
        admin("PUT", "modes", json);
    }

    void fault(String endpoint, String fault, int times) {
        admin(
                "PUT",
                "faults",
                "{'script':[{'endpoint':'%s','nth':1,'fault':'%s','times':%d}]}".formatted(endpoint, fault, times));
    }

    JsonNode ledger() {
        return admin("GET", "ledger", null);
    }

    /** How many of the vendor's purchases, orders or forms speak of one of the names. */
    long at(String list, List<String> names) {
        return StreamSupport.stream(ledger().path(list).spliterator(), false)
                .filter(row -> names.stream().anyMatch(name -> row.toString().contains("\"" + name + "\"")))
                .count();
    }

    JsonNode admin(String method, String path, String json) {
        return call(method, path, "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes()), json);
    }

    /** Somebody else at the vendor, by its own API. */
    JsonNode vendor(String method, String path, String json) {
        return call(method, "api/v1/" + path, "Bearer simulator", json);
    }

    private JsonNode call(String method, String path, String authorization, String json) {
        String port = environment.getProperty("local.server.port");
        try {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/simulator/" + path))
                            .header("Content-Type", "application/json")
                            .header("Authorization", authorization)
                            .method(
                                    method,
                                    json == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(json.replace('\'', '"')))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(path + ": " + reply.body()).isLessThan(300);
            return JSON.readTree(reply.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyword nobody else uses; names of it are free at the simulated vendor. */
    static String word() {
        return "flow" + Integer.toString(46_656 + COUNT.incrementAndGet(), 36) + "q";
    }

    /** As {@link #word}; its plain names are certainly free. */
    String free(String... tlds) {
        while (true) {
            String word = word();
            String names =
                    Stream.of(tlds).map(tld -> "'" + word + "." + tld + "'").collect(Collectors.joining(","));
            JsonNode rows = call(
                    "POST",
                    "api/v1/search-domains?organization_id=recOrg00000000001",
                    "Bearer simulator",
                    "{'domains':[" + names + "]}");
            if (!rows.toString().contains("\"taken\"")) return word;
        }
    }

    static String file(String word, int domains, String more) {
        return file(word, "smtp: " + domains, "buy " + domains, more);
    }

    static String file(String word, String providers, String buy, String more) {
        return """
                campaign '%1$s'
                %3$s, keywords: ['%1$s'], prefixes: ['get', 'try', 'use', 'go', 'with', 'my'], suffixes: ['hq', 'app', 'lab', 'box', 'now'], tlds: ['com'], maxPrice: 60
                providers %2$s
                person 'Anna', 'Smith'
                person 'Ben', 'Okafor'
                patterns '{first}.{last}', '{f}{last}', '{first}', '{first}{last}{n}'
                redirect 'https://acme.example'
                %4$s
                """.formatted(word, providers, buy, more);
    }

    CampaignView start(String text) {
        return onboarding.start(text, "demo");
    }

    /** What comes of a plan that is asked for on its own. */
    Onboarding.PlanRequest planned(String text) {
        String id = onboarding.requestPlan(text);
        Instant end = Instant.now().plus(PATIENCE);
        while (onboarding.planRequest(id).orElseThrow().state().equals("searching")
                && Instant.now().isBefore(end)) sleep(100);
        return onboarding.planRequest(id).orElseThrow();
    }

    /** Starts it, waits for its plan and approves that. */
    String approved(String text) {
        String id = start(text).id();
        approve(id);
        return id;
    }

    void approve(String id) {
        until(id, task("approvePlan"));
        asDemo(() -> onboarding.approve(id, view(id).planHash(), "demo", List.of("camunda-admin")));
    }

    List<String> names(String id) {
        return jdbc.sql("select domain from campaign_domain where campaign_id = ? order by slot")
                .param(id)
                .query(String.class)
                .list();
    }

    CampaignView view(String id) {
        return onboarding.find(id).orElseThrow();
    }

    static Predicate<CampaignView> task(String key) {
        return view -> view.tasks().stream().anyMatch(task -> task.key().equals(key));
    }

    static Predicate<CampaignView> stage(Stage stage) {
        return view -> view.stage().equals(stage.word());
    }

    CampaignView until(String id, Predicate<CampaignView> holds) {
        return until(id, PATIENCE, holds);
    }

    CampaignView until(String id, Duration patience, Predicate<CampaignView> holds) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            CampaignView view = view(id);
            if (holds.test(view)) return view;
            sleep(100);
        }
        throw new AssertionError("not within " + patience + ": " + view(id));
    }

    CampaignView onboarded(String id) {
        return until(id, stage(Stage.ONBOARDED));
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the open task shows. */
    Map<String, Object> shown(String id, String key) {
        return shown(id, key, PATIENCE);
    }

    Map<String, Object> shown(String id, String key, Duration patience) {
        until(id, patience, task(key));
        return tasks.getVariablesLocal(open(id, key)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    String open(String id, String key) {
        return until(id, task(key)).tasks().stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    List<String> groups(String id, String key) {
        return tasks.getIdentityLinksForTask(open(id, key)).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    /** The deadline of a wait of a campaign's order is over. */
    void late(String id, String timer) {
        until(id, view -> {
            List<Job> deadlines = management.createJobQuery().activityId(timer).list().stream()
                    .filter(job -> runtime.createProcessInstanceQuery()
                            .processInstanceId(job.getProcessInstanceId())
                            .singleResult()
                            .getBusinessKey()
                            .startsWith(id))
                    .toList();
            deadlines.forEach(job -> management.setJobDuedate(job.getId(), new Date()));
            return !deadlines.isEmpty();
        });
    }

    /** The jobs of a campaign or order are due now. */
    void hasten(String id) {
        management.createJobQuery().active().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> id.equals(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .forEach(job -> management.setJobDuedate(job.getId(), new Date()));
    }

    /** So that the vendor refuses the mailboxes, or makes others than the plan says. */
    void planSays(String id, String instead, String of) {
        assertThat(jdbc.sql("update plan set body = replace(body, ?, ?) where campaign_id = ?")
                        .params(instead, of, id)
                        .update())
                .isEqualTo(1);
    }

    void gone(String name) {
        admin("POST", "registrations", "{'organization_id':'recOrg00000000002','domains':['%s']}".formatted(name));
    }

    void pay(String id) {
        admin("POST", "web-order/" + orderAtVendor(id) + "/pay", null);
    }

    /** The id of the campaign's only order, or null. */
    String orderAtVendor(String id) {
        return jdbc.sql("select vendor_order_id from campaign_order where campaign_id = ?")
                .param(id)
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    void decide(String id, String key, String decision) {
        decide(id, key, Map.of("decision", decision));
    }

    /** Clicks again when a step of the same process was in the way. */
    void decide(String id, String key, Map<String, Object> said) {
        String task = open(id, key);
        for (int clicks = 10; clicks > 0; clicks--)
            try {
                asDemo(() -> tasks.complete(task, said));
                return;
            } catch (OptimisticLockingException met) {
                if (tasks.createTaskQuery().taskId(task).count() == 0) return;
            }
        throw new AssertionError(key + " of " + id + " can't be completed");
    }

    void asDemo(Runnable work) {
        identity.setAuthentication("demo", List.of("camunda-admin", "operators", "approvers"));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** No call was repeated after it had been done. */
    void nothingTwice() {
        assertThat(ledger().path("duplicates")).isEmpty();
    }

    static java.util.Set<String> set(List<String> names) {
        return new TreeSet<>(names);
    }
}
