package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaign files without domains, kept by name, and the texts that a person may choose for a form. */
@Component
class Recipes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Recipes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param ofCampaign whether it is the text of a campaign, whose domains are its own affair */
    record Choice(String text, boolean ofCampaign) {}

    /** What a reference names: a campaign by id, a recipe, or the latest campaign of that name. */
    Optional<Choice> named(String reference) {
        return text("select text from campaign where id = ?", reference, true)
                .or(() -> text("select text from recipe where lower(name) = lower(?)", reference, false))
                .or(() -> text(
                        "select text from campaign where lower(name) = lower(?) order by created_at desc, id",
                        reference,
                        true));
    }

    private Optional<Choice> text(String question, String reference, boolean ofCampaign) {
        return jdbc.sql(question).param(reference).query(String.class).list().stream()
                .findFirst()
                .map(text -> new Choice(text, ofCampaign));
    }

    /** @throws CampaignErrors when it can't be read, or is no recipe */
    void save(String name, String text, String user) {
        Campaign campaign = CampaignReader.readToAdopt(text);
        if (!campaign.recipe())
            throw new CampaignErrors(List.of(new CampaignErrors.CampaignError(
                    1, 1, "a recipe fits any form, so it names no domains; take 'own' and 'providers' out")));
        int there = jdbc.sql("update recipe set text = ?, saved_by = ?, saved_at = ? where name = ?")
                .params(text, user, Timestamp.from(clock.instant()), name)
                .update();
        if (there == 0)
            jdbc.sql("insert into recipe (name, text, saved_by, saved_at) values (?, ?, ?, ?)")
                    .params(name, text, user, Timestamp.from(clock.instant()))
                    .update();
    }

    /** @return whether there was one */
    boolean remove(String name) {
        return jdbc.sql("delete from recipe where name = ?").param(name).update() == 1;
    }

    /** By name. */
    List<PendingForms.Recipe> all() {
        return jdbc.sql("select name, text, saved_by, saved_at from recipe order by name")
                .query((row, i) -> new PendingForms.Recipe(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Names that may be given: recipes, then campaigns, the latest first. */
    List<String> names(int most) {
        return jdbc
                .sql("select name from (select name, 0 as kind, saved_at as since from recipe union all"
                        + " select name, 1, max(created_at) from campaign where form_uuid is null group by name) known"
                        + " order by kind, since desc, name")
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .limit(most)
                .toList();
    }
}
