package io.mailwright.onboarding;

import io.mailwright.campaign.Provider;
import io.mailwright.ledger.Readings;
import io.mailwright.plan.FormFacts;
import io.mailwright.plan.PaidForm;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The vendor's pending forms, each with what its order says and whose it is. */
@Component
class PaidForms {
    private final ScaledMail vendor;
    private final Readings readings;
    private final FormRecords formRecords;
    private final FormOwners owners;
    private final Records records;

    PaidForms(ScaledMail vendor, Readings readings, FormRecords formRecords, FormOwners owners, Records records) {
        this.vendor = vendor;
        this.readings = readings;
        this.formRecords = formRecords;
        this.owners = owners;
        this.records = records;
    }

    /** Whose a form is. */
    enum State {
        /** Nobody's: it may be adopted. */
        OPEN,
        /** A person said to leave it alone. */
        IGNORED,
        /** A campaign's that placed its order, or has its names in its plan. */
        OURS,
        /** A campaign's that fills it. */
        ADOPTED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param campaign whose it is, or null */
    record Found(Wire.PendingForm form, FormRecords.Known known, State state, String campaign) {
        List<String> names() {
            return PaidForms.names(form);
        }

        BigDecimal monthly() {
            return known.monthly() == null ? form.amount() : known.monthly();
        }
    }

    /** Reads the vendor. */
    List<Found> all(String organization) {
        readings.domains(organization);
        return readings.forms(organization).rows().stream()
                .map(form -> found(organization, form, known(organization, form)))
                .toList();
    }

    /** Reads the vendor, its order's details too. */
    Optional<Found> one(String organization, String uuid) {
        readings.domains(organization);
        return readings.forms(organization)
                .first(form -> uuid.equals(form.uuid()))
                .map(form -> found(organization, form, read(organization, form)));
    }

    /** As last read. */
    Optional<Found> last(String uuid) {
        return formRecords
                .known(uuid)
                .flatMap(known -> readings.lastForms(known.organization())
                        .flatMap(forms -> forms.first(form -> uuid.equals(form.uuid())))
                        .map(form -> found(known.organization(), form, known)));
    }

    /** What a plan is made of, as last read; {@link #one} came before. */
    FormFacts facts(Found found) {
        Set<String> registered = readings.lastRegistrations(found.known().organization())
                .map(reading -> reading.rows().stream()
                        .map(row -> Readings.name(row.domain()))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return new FormFacts(
                new PaidForm(found.form().uuid(), found.form().paymentId()),
                found.known().type(),
                found.names(),
                found.form().data() == null ? null : found.form().data().domainsInAll(),
                registered,
                found.monthly());
    }

    private Found found(String organization, Wire.PendingForm form, FormRecords.Known known) {
        Optional<String> adopter = owners.adopter(organization, form.uuid());
        if (adopter.isPresent()) return new Found(form, known, State.ADOPTED, adopter.get());
        return owners.orderer(organization, form, names(form), known.tag())
                .map(ours -> new Found(form, known, State.OURS, ours))
                .orElseGet(() -> new Found(form, known, known.ignored() ? State.IGNORED : State.OPEN, null));
    }

    /** An order's details take a call each, so they are kept. */
    private FormRecords.Known known(String organization, Wire.PendingForm form) {
        return formRecords.known(form.uuid()).orElseGet(() -> read(organization, form));
    }

    private FormRecords.Known read(String organization, Wire.PendingForm form) {
        Optional<Wire.OrderDetails> order = details(organization, form.paymentId());
        FormRecords.Known known = new FormRecords.Known(
                form.uuid(),
                organization,
                form.paymentId(),
                order.map(PaidForms::type).orElse(null),
                order.map(Wire.OrderDetails::amount).orElse(null),
                order.map(Wire.OrderDetails::tag)
                        .filter(tag -> !tag.isBlank())
                        .map(String::strip)
                        .orElse(null),
                false,
                false);
        try {
            records.aside(() -> formRecords.keep(known));
        } catch (DuplicateKeyException keptByAnother) {
            // the same was written
        }
        return formRecords.known(form.uuid()).orElse(known);
    }

    private Optional<Wire.OrderDetails> details(String organization, String order) {
        if (order == null) return Optional.empty();
        try {
            return Optional.of(vendor.order(organization, order));
        } catch (VendorException none) {
            if (none.status() == 404) return Optional.empty();
            throw none;
        }
    }

    /** Null unless all its packages are of one type that we know. */
    private static Provider type(Wire.OrderDetails order) {
        List<String> words = order.packages().stream()
                .map(Wire.OrderPackage::type)
                .map(word -> word == null ? "" : word.strip().toLowerCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
        try {
            Set<Provider> types = words.stream().map(Provider::of).collect(Collectors.toSet());
            return types.size() == 1 ? types.iterator().next() : null;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static List<String> names(Wire.PendingForm form) {
        return form.data() == null
                ? List.of()
                : form.data().domains().stream().map(Readings::name).distinct().toList();
    }
}
