package io.mailwright.dsl;

import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** One file on its way through the five steps of safety; used once. */
final class CampaignFile {
    private final Problems problems = new Problems();
    private final Values values = new Values();
    private final SourceText source;
    private final Draft draft;
    private final Words words;

    CampaignFile(String text) {
        source = new SourceText(text);
        draft = new Draft(source);
        words = new Words(draft, problems);
    }

    Campaign campaign() {
        try {
            Characters.check(source, problems);
            problems.throwIfAny();
            Map<String, Unreadable> blanked = new Shapes(source, Tokens.of(source), problems).check();
            blanked.forEach(values::broken);
            Calls calls = new Calls(values, problems);
            SyntaxTree.of(source).forEach(statement -> read(statement, calls));
            words.unread().addAll(blanked.keySet());
            new WholeFile(draft, words.first(), words.unread(), problems).check();
        } catch (Unreadable e) {
            problems.add(e);
        }
        problems.throwIfAny();
        Campaign campaign = finished();
        for (String complaint : AliasSets.check(campaign)) {
            problems.at(words.first().get("providers"), complaint);
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
            Shapes shapes = new Shapes(file.source, Tokens.of(file.source), file.problems);
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
        return file.draft.approve.rule();
    }

    private void read(Statement statement, Calls calls) {
        if (statement instanceof ReturnStatement && statement.getLineNumber() < 1) {
            return;
        }
        problems.attempt(() -> {
            if (!(statement instanceof ExpressionStatement line)) {
                throw new Unreadable(
                        statement, "this is no statement of campaign files; begin the line with a word such as buy");
            }
            Expression expression = line.getExpression();
            if (expression instanceof DeclarationExpression definition) {
                values.define(definition);
                return null;
            }
            words.read(calls.of(expression));
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
                draft.own.stream().map(OwnedDomain::of).toList(),
                null,
                Collections.unmodifiableMap(new LinkedHashMap<>(draft.providers)),
                List.copyOf(draft.people),
                draft.patterns.isEmpty() ? NamePattern.BUILT_IN : List.copyOf(draft.patterns),
                List.copyOf(draft.avoid),
                draft.redirect,
                draft.photo,
                draft.budget,
                draft.approve == null ? ApprovalPolicy.DEFAULT : draft.approve,
                null,
                null,
                List.of(ExportFormat.CSV),
                null);
    }
}
