package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.Planner;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.plan.VendorAnswers;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Prices files on their own: spends nothing, starts nothing, and keeps the last answers in memory only. */
@Component
class PlanRequests {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRequests.class);
    private static final int KEPT = 200;

    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Searching searching;
    private final Prices prices;
    private final WarmStock stock;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Map<String, Onboarding.PlanRequest> requests = new LinkedHashMap<>();

    PlanRequests(
            Campaigns campaigns,
            Organizations organizations,
            Searching searching,
            Prices prices,
            WarmStock stock,
            Clock clock) {
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.searching = searching;
        this.prices = prices;
        this.stock = stock;
        this.clock = clock;
    }

    String request(String text) {
        Campaign campaign = CampaignReader.read(text);
        String id = UUID.randomUUID().toString();
        keep(new Onboarding.PlanRequest(id, "searching", "waiting for its turn", 0, 0, null, List.of()));
        workers.execute(() -> work(id, campaign));
        return id;
    }

    synchronized Optional<Onboarding.PlanRequest> find(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    private synchronized void keep(Onboarding.PlanRequest request) {
        requests.put(request.id(), request);
        if (requests.size() > KEPT) requests.remove(requests.keySet().iterator().next());
    }

    private void work(String id, Campaign campaign) {
        try {
            keep(new Onboarding.PlanRequest(id, "searching", "asking for the workspace", 0, 0, null, List.of()));
            String organization = patient(() -> organizations.id(campaign.workspace()));
            patient(() -> {
                campaigns.know(campaign, organization);
                return null;
            });
            Search search = searching.of(campaign, List.of());
            Map<String, Quote> quotes = new HashMap<>();
            do {
                Search.Progress progress = search.progress(quotes);
                keep(new Onboarding.PlanRequest(
                        id, "searching", "searching names", progress.asked(), progress.candidates(), null, List.of()));
            } while (patient(() -> searching.ask(search, organization, quotes, answer -> {})));
            VendorAnswers answers = new VendorAnswers(
                    quotes,
                    search.suggested(),
                    patient(() -> prices.of(organization, campaign)),
                    patient(() -> stock.of(organization, campaign)));
            Plan plan = Planner.plan(campaign, organization, answers, List.of());
            keep(new Onboarding.PlanRequest(id, "done", "done", quotes.size(), quotes.size(), plan, List.of()));
        } catch (PlanRefused refused) {
            refuse(id, refused.reasons());
        } catch (BusinessFailure | NeedsPerson | VendorException refused) {
            refuse(id, List.of(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.warn("a plan could not be made", unexpected);
            refuse(id, List.of("the plan could not be made; the server's log says why"));
        }
    }

    private void refuse(String id, List<String> errors) {
        keep(new Onboarding.PlanRequest(id, "refused", "refused", 0, 0, null, errors));
    }

    /** This is no engine step, so it may wait for the vendor's pace where it stands. */
    private <T> T patient(Supplier<T> question) {
        while (true)
            try {
                return question.get();
            } catch (TryAgainAt early) {
                try {
                    Thread.sleep(Math.max(
                            100, Duration.between(clock.instant(), early.time()).toMillis()));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw early;
                }
            }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
