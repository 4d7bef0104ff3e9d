package io.mailwright.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the vendor calls its workspaces, as last read: pages say it without asking the vendor. */
@Component
class WorkspaceNames {
    private static final int MOST_CHARACTERS = 200;

    private final JdbcClient jdbc;
    private final Records records;

    WorkspaceNames(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** In a transaction of its own. @param name null: the vendor did not say */
    void keep(String id, String name) {
        if (id == null || name == null || name.isBlank()) return;
        String cut = name.strip();
        String kept = cut.length() > MOST_CHARACTERS ? cut.substring(0, MOST_CHARACTERS) : cut;
        if (find(id).filter(kept::equals).isPresent()) return;
        try {
            records.aside(() -> write(id, kept));
        } catch (DuplicateKeyException writtenByAnother) {
            // the same
        }
    }

    /** By id, in the order of their names; those that campaigns use and whose name was never read go by their id. */
    Map<String, String> all() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select x.organization, coalesce(w.name, x.organization) as shown from watch x"
                        + " left join workspace w on w.id = x.organization order by shown")
                .query((row, i) -> names.put(row.getString(1), row.getString(2)))
                .list();
        return names;
    }

    /** @param wanted an id, a name, or nothing where there is but one: its id */
    Optional<String> only(String wanted) {
        boolean any = wanted == null || wanted.isBlank();
        String text = any ? "" : wanted.strip();
        List<String> ids = jdbc.sql("select id from workspace where ? or id = ? or lower(name) = lower(?)")
                .params(any, text, text)
                .query(String.class)
                .list();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private Optional<String> find(String id) {
        return jdbc.sql("select name from workspace where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    private void write(String id, String name) {
        int there = jdbc.sql("update workspace set name = ? where id = ?")
                .params(name, id)
                .update();
        if (there == 0)
            jdbc.sql("insert into workspace (id, name) values (?, ?)")
                    .params(id, name)
                    .update();
    }
}
