package io.mailwright.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.PricedName;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the product does at the vendor at most once. To add one: its call, the reads that look for it, and its truth. */
enum Effect {
    BUY(SpendKind.BUY_DOMAINS, "buy-domains", "purchased-domains", "search-domains") {
        @Override
        void prepare(CrashMachine machine, Course course) {}

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            List<PricedName> wanted = course.names.stream()
                    .map(name -> new PricedName(name, PRICE))
                    .toList();
            if (wanted.isEmpty()) return true;
            Map<String, Fate> fates = node.ledger.buyDomains(course.who, wanted);
            fates.forEach((name, fate) -> {
                if (fate == Fate.LOST) course.lost(name);
            });
            return fates.values().stream().allMatch(fate -> fate == Fate.OURS);
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return attempt.names().stream()
                    .allMatch(name -> any(
                            books.at("/purchases"),
                            row -> row.path("domain").asText().equals(name)));
        }
    },
    ORDER(SpendKind.CREATE_CUSTOM_ORDER, "create-custom-order", "pending-forms", "domains", "orders", "order-details") {
        @Override
        void prepare(CrashMachine machine, Course course) {
            machine.manage("registrations", Json.of("domains", course.names));
        }

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            if (course.names.isEmpty()) return true;
            BigDecimal amount = MONTHLY.multiply(BigDecimal.valueOf(course.names.size()));
            List<String> names = List.copyOf(course.names);
            var result = node.ledger.createOrder(
                    course.who, "q1", names, "scaledmail", null, amount, () -> amount, tag -> body(tag, names, null));
            if (result.outcome() == Outcome.REFUSED) throw new NeedsPerson(result.reason());
            course.tag = result.tag();
            return result.outcome() == Outcome.DONE;
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return any(books.at("/orders"), row -> row.path("tag").asText().equals(attempt.tag()));
        }
    },
    FORM(SpendKind.SUBMIT_FORM, "submit-form", "pending-forms", "domains") {
        @Override
        void prepare(CrashMachine machine, Course course) {
            course.uuid = webOrder(machine, course).at("/uuid").asText();
        }

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            if (course.names.isEmpty()) return true;
            if (course.uuid == null) course.uuid = pending(course, node);
            if (course.uuid == null && inOrder(course, node)) return true;
            if (course.uuid == null) throw new NeedsPerson("no form yet: has the order been paid?");
            var result = node.ledger.submitForm(
                    course.who,
                    course.uuid,
                    List.copyOf(course.names),
                    "scaledmail",
                    course.tag,
                    body(course.tag, course.names, PEOPLE));
            if (result.outcome() == Outcome.REFUSED) throw new NeedsPerson(result.reason());
            return result.outcome() == Outcome.DONE;
        }

        /** Submitted, which a restored database may have forgotten: nothing is left to do. */
        private boolean inOrder(Course course, Engine node) {
            return node.readings.domains(CrashMachine.ORGANIZATION).rows().stream()
                    .map(row -> Readings.name(row.domain()))
                    .collect(Collectors.toSet())
                    .containsAll(course.names);
        }

        private String pending(Course course, Engine node) {
            return node.readings.forms(CrashMachine.ORGANIZATION).rows().stream()
                    .filter(form -> Readings.names(form).equals(Set.copyOf(course.names)))
                    .map(Wire.PendingForm::uuid)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return any(
                    books.at("/forms"),
                    row -> !row.path("submitted_at").isNull()
                            && Json.texts(row.path("domains")).containsAll(attempt.names()));
        }
    },
    PACKAGE(SpendKind.CREATE_ORDER, "create-order", "domains", "orders", "order-details") {
        @Override
        void prepare(CrashMachine machine, Course course) {
            ORDER.prepare(machine, course);
        }

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            if (course.names.isEmpty()) return true;
            BigDecimal amount = MONTHLY.multiply(BigDecimal.valueOf(course.names.size()));
            List<String> names = List.copyOf(course.names);
            var result = node.ledger.createPackageOrder(
                    course.who,
                    "q1",
                    "price_1SimulatorGoogle2",
                    names.size(),
                    names,
                    "scaledmail",
                    null,
                    amount,
                    () -> amount,
                    tag -> body(tag, names, PEOPLE));
            if (result.outcome() == Outcome.REFUSED) throw new NeedsPerson(result.reason());
            return result.outcome() == Outcome.DONE;
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return ORDER.happened(attempt, books);
        }
    },
    PREWARMED(
            SpendKind.BUY_PREWARMED, "buy-pre-warm-inboxes", "domains", "orders", "order-details", "pre-warm-inboxes") {
        /** The next two of the stock that no other campaign takes. */
        @Override
        void prepare(CrashMachine machine, Course course) {
            int first = course.who.campaign().equals("one") ? 0 : 2;
            course.names.clear();
            for (int i = first; i < first + 2; i++)
                course.names.add(machine.stock().get(i).path("domain").asText());
        }

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            BigDecimal amount = WARM.multiply(BigDecimal.valueOf(course.names.size()));
            List<Ledger.WarmItem> items = course.names.stream()
                    .map(name -> new Ledger.WarmItem(
                            "recPw%012d".formatted(Integer.parseInt(name.replaceAll("\\D", ""))), name, null))
                    .toList();
            var result = node.ledger.buyPrewarmed(course.who, "q1", items, null, amount, () -> amount);
            if (result.outcome() == Outcome.REFUSED) throw new NeedsPerson(result.reason());
            return result.outcome() == Outcome.DONE;
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return ORDER.happened(attempt, books);
        }
    },
    CANCEL(SpendKind.CANCEL_ORDER, "cancel-order", "order-details") {
        @Override
        void prepare(CrashMachine machine, Course course) {
            course.order = webOrder(machine, course).at("/payment_id").asText();
        }

        @Override
        boolean step(CrashMachine machine, Course course, Engine node) {
            var result = node.ledger.cancelOrder(course.who, course.order);
            if (result.outcome() == Outcome.REFUSED) throw new NeedsPerson(result.reason());
            return result.outcome() == Outcome.DONE;
        }

        @Override
        boolean happened(Attempt attempt, JsonNode books) {
            return any(
                    books.at("/orders"),
                    row -> row.path("status").asText().equals("Cancelled")
                            && Set.copyOf(Json.texts(row.path("domains"))).equals(Set.copyOf(attempt.names())));
        }
    };

    static final BigDecimal PRICE = new BigDecimal("15.50");
    static final BigDecimal MONTHLY = new BigDecimal("7.00");
    /** Once, and the first month. */
    static final BigDecimal WARM = new BigDecimal("31.00");

    private static final List<Wire.AliasBody> PEOPLE =
            List.of(new Wire.AliasBody("Ann", "Lee", "ann", null), new Wire.AliasBody("Ann", "Lee", "ann.lee", null));

    final SpendKind kind;
    final String call;
    final List<String> reads;

    Effect(SpendKind kind, String call, String... reads) {
        this.kind = kind;
        this.call = call;
        this.reads = List.of(reads);
    }

    /** What must be there before, when it is a run's first effect. */
    abstract void prepare(CrashMachine machine, Course course);

    /** One step of the process. @return whether it is done */
    abstract boolean step(CrashMachine machine, Course course, Engine node);

    /** What a person sees who looks into the vendor's books. */
    abstract boolean happened(Attempt attempt, JsonNode books);

    static Effect of(SpendKind kind) {
        for (Effect effect : values()) if (effect.kind == kind) return effect;
        throw new IllegalArgumentException(kind.name());
    }

    /** Made in the web app: paid, its form not filled in. */
    private static JsonNode webOrder(CrashMachine machine, Course course) {
        return machine.manage(
                "web-order",
                Json.of(
                        "organization_id",
                        CrashMachine.ORGANIZATION,
                        "provider",
                        "scaledmail",
                        "providers",
                        Map.of("google", course.names.size()),
                        "domains",
                        course.names));
    }

    private static boolean any(JsonNode rows, Predicate<JsonNode> which) {
        return StreamSupport.stream(rows.spliterator(), false).anyMatch(which);
    }

    private static Wire.OrderBody body(String tag, List<String> names, List<Wire.AliasBody> people) {
        String redirect = people == null ? null : "https://northwind.example";
        return new Wire.OrderBody(
                tag,
                Map.of(
                        "google",
                        new Wire.ProviderDomains(names.stream()
                                .map(name -> new Wire.DomainBody(name, redirect, null, people))
                                .toList())));
    }
}
