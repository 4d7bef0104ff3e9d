package io.mailwright.dsl;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** One file on its way through the five steps of safety; used once. */
final class CampaignFile {
    private static final List<String> TO_BUY = List.of("buy", "prewarmed", "schedule", "coupon");

    private final Problems problems = new Problems();
    private final Values values = new Values();
    private final SourceText source;
    private final Draft draft;
    private final Words words;

    CampaignFile(String text) {
        source = new SourceText(text);
        draft = new Draft(source);
        words = Words.ofFile(draft, problems);
    }

    Campaign campaign() {
        try {
            Characters.check(source, problems);
            problems.throwIfAny();
            Map<String, Unreadable> blanked = new Shapes(source, problems).check();
            blanked.forEach(values::broken);
            draft.blankedInside = blanked.containsKey("domain");
            Calls calls = new Calls(values, problems);
            List<Statement> statements = SyntaxTree.of(source);
            statements.forEach(this::announce);
            statements.forEach(statement -> read(statement, calls));
            words.unread().addAll(blanked.keySet());
            new WholeFile(draft, words.first(), words.unread(), problems).check();
        } catch (Unreadable e) {
            problems.add(e);
        }
        problems.throwIfAny();
        Campaign campaign = finished();
        new SlotCheck(campaign, draft, words.first(), problems).check();
        problems.throwIfAny();
        return campaign;
    }

    /** The same, but a recipe is an error. */
    Campaign campaignToStart() {
        Campaign campaign = campaign();
        if (campaign.recipe()) {
            problems.at(
                    words.first().get("campaign"),
                    "a file without domains is a recipe: it starts nothing by itself, but fits the form of any paid order;"
                            + " give it to one with the command adopt UUID FILE, or add buy or own, and providers, to start this"
                            + " campaign");
        }
        problems.throwIfAny();
        return campaign;
    }

    /** The same for the form of an order that is paid: a file with what would be bought is an error. */
    Campaign campaignToAdopt() {
        Campaign campaign = campaign();
        for (String word : TO_BUY) {
            if (words.first().containsKey(word)) {
                problems.at(
                        words.first().get(word),
                        "'" + word
                                + "' is about what is bought, but the order of this form is paid already; take it out,"
                                + " and name the form's domains by own and providers, or say nothing of domains (a recipe)");
            }
        }
        problems.throwIfAny();
        return campaign;
    }

    /** A rule about plans that stands alone, as a gateway in a process asks it. */
    static Rule rule(String text) {
        CampaignFile file = new CampaignFile("approve {" + text + "\n}");
        try {
            Characters.check(file.source, file.problems);
            file.problems.throwIfAny();
            Shapes shapes = new Shapes(file.source, file.problems);
            shapes.check();
            file.problems.throwIfAny();
            List<Statement> statements = SyntaxTree.of(file.source);
            if (shapes.statements() != 1 || statements.size() != 1) {
                throw new Unreadable(1, 1, "a rule is one expression; join conditions with && or ||");
            }
            statements.forEach(statement -> file.read(statement, new Calls(file.values, file.problems)));
        } catch (Unreadable e) {
            file.problems.add(e);
        }
        file.problems.throwIfAny();
        return file.draft.approve.rule;
    }

    private void announce(Statement statement) {
        if (statement instanceof ExpressionStatement line
                && line.getExpression() instanceof DeclarationExpression definition
                && !definition.isMultipleAssignmentDeclaration()) {
            values.announce(definition.getVariableExpression().getName());
        }
    }

    private void read(Statement statement, Calls calls) {
        if (statement instanceof ReturnStatement && statement.getLineNumber() < 1) {
            return;
        }
        problems.attempt(() -> {
            if (statement instanceof ExpressionStatement line
                    && line.getExpression() instanceof DeclarationExpression definition) {
                values.define(definition);
            } else {
                words.read(calls.of(statement));
            }
            return null;
        });
    }

    private Campaign finished() {
        return new Campaign(
                draft.name,
                draft.workspace,
                draft.tag,
                draft.buy,
                draft.only,
                draft.prefer,
                own(),
                draft.prewarmed,
                Collections.unmodifiableMap(new LinkedHashMap<>(draft.providers)),
                List.copyOf(draft.people),
                draft.patterns == null ? NamePattern.BUILT_IN : List.copyOf(draft.patterns),
                List.copyOf(draft.avoid),
                draft.redirect,
                draft.photo,
                draft.budget,
                draft.approve.policy(),
                draft.schedule,
                draft.sequencer,
                draft.exports.isEmpty() ? List.of(ExportFormat.CSV) : List.copyOf(draft.exports),
                draft.coupon);
    }

    private List<OwnedDomain> own() {
        List<OwnedDomain> own = new ArrayList<>();
        draft.own.forEach((domain, hosting) -> own.add(
                draft.blocks.containsKey(domain)
                        ? draft.blocks.get(domain).of(domain, hosting)
                        : new OwnedDomain(domain, hosting, null, null, null, null, null)));
        return List.copyOf(own);
    }
}
