package io.mailwright.onboarding;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts one kind of request by its form in Tasklist. */
record RequestStarter(
        RequestKind kind,
        Set<String> fields,
        Function<Map<String, String>, Wishes.Wish> wish,
        Requests requests,
        RequestRecords rows,
        Processes processes)
        implements Starter {

    @Override
    public String process() {
        return kind.word();
    }

    @Override
    public boolean knows(String businessKey) {
        return rows.find(businessKey)
                .map(request -> Starter.first(
                        businessKey,
                        !request.stage().ended() && request.kind() == kind && !processes.running(businessKey)))
                .orElse(false);
    }

    @Override
    public String begin(Map<String, String> form, String user) {
        Wishes.Wish asked = wish.apply(form);
        String id = Requests.id(asked);
        requests.insert(id, asked, user);
        return id;
    }

    @Configuration(proxyBeanMethods = false)
    static class OfEachKind {
        @Bean
        Starter replaceDomain(Wishes wishes, Requests requests, RequestRecords rows, Processes processes) {
            return new RequestStarter(
                    RequestKind.REPLACE_DOMAIN,
                    Set.of("domain", "with", "hosting", "reason"),
                    form -> wishes.replacement(
                            form.get("domain"), form.get("with"), form.get("hosting"), form.get("reason")),
                    requests,
                    rows,
                    processes);
        }

        @Bean
        Starter changeRedirect(Wishes wishes, Requests requests, RequestRecords rows, Processes processes) {
            return new RequestStarter(
                    RequestKind.CHANGE_REDIRECT,
                    Set.of("domain", "redirect", "reason"),
                    form -> wishes.redirection(
                            form.get("domain"), form.getOrDefault("redirect", ""), form.get("reason")),
                    requests,
                    rows,
                    processes);
        }

        @Bean
        Starter cancelOrder(Wishes wishes, Requests requests, RequestRecords rows, Processes processes) {
            return new RequestStarter(
                    RequestKind.CANCEL_ORDER,
                    Set.of("order", "reason"),
                    form -> wishes.cancellation(form.get("order"), form.get("reason")),
                    requests,
                    rows,
                    processes);
        }
    }
}
