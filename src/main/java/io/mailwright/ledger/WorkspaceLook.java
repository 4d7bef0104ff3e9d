package io.mailwright.ledger;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of a workspace: one of that name was not there before, so that one which is listed now is it. */
@Component
class WorkspaceLook implements Look {
    private final Spends spends;
    private final Workspaces workspaces;
    private final Absences absences;

    WorkspaceLook(Spends spends, Workspaces workspaces, Absences absences) {
        this.spends = spends;
        this.workspaces = workspaces;
        this.absences = absences;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.CREATE_WORKSPACE);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        long began = absences.begin();
        String name = spends.keys(attempt.id()).get(0);
        Optional<String> id = workspaces.idOf(name);
        if (id.isPresent()) return Finding.happened(id.get(), "a workspace of that name is listed");
        if (windowOver && absences.twice(attempt, name, true, began))
            return Finding.nothing("no workspace of that name is listed, read twice");
        return Finding.open("no workspace of that name is listed yet");
    }
}
