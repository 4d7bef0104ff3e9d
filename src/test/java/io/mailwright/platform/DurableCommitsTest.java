package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DurableCommitsTest {
    @TempDir
    private Path folder;

    @Test
    void a_commit_survives_a_halt() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db") + ";DB_CLOSE_DELAY=-1";
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Halting.class.getName(),
                        url)
                .inheritIO()
                .start();

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("halted").isEqualTo(7);
        assertThat(JdbcClient.create(database(url))
                        .sql("SELECT count(*) FROM spend")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void a_delay_in_the_address_is_refused() {
        String url = "jdbc:h2:file:" + folder.resolve("slow") + ";write_delay=500";

        assertThatThrownBy(() -> new DurableCommits(database(url), url))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("WRITE_DELAY");
    }

    private static JdbcDataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        return database;
    }

    /** Commits five times and dies at once. */
    static final class Halting {
        public static void main(String[] arguments) throws Exception {
            JdbcDataSource database = database(arguments[0]);
            new DurableCommits(database, arguments[0]);
            JdbcClient client = JdbcClient.create(database);
            client.sql("CREATE TABLE spend (id int)").update();
            for (int id = 0; id < 5; id++) {
                client.sql("INSERT INTO spend VALUES (?)").param(id).update();
            }
            Runtime.getRuntime().halt(7);
        }
    }
}
