package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading defines no class and leaves no thread, however many different files were read. */
@Tag("long")
class NothingStaysTest {
    private static final int FILES = 2_000;
    /** Classes of the reader and the JDK that one file needs and the ones before did not. */
    private static final int LATE_CLASSES = 60;
    /** A reading desk has four; one that ran out of time may still be ending while its successor works. */
    private static final int READERS = 8;

    @Test
    void neitherClassesNorThreadsAreLeft() throws IOException {
        List<String> attacks = List.of(
                Files.readString(Path.of("src/test/resources/dsl/attacks.txt")).split("\n-----\n"));
        attacks.forEach(NothingStaysTest::read);
        for (int i = 0; i < 200; i++) read(good(i));
        // other tests' desks keep theirs for half a minute
        Set<Thread> there = readers();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long before = classes.getTotalLoadedClassCount();

        for (int i = 200; i < FILES; i++) {
            read(good(i));
            read(attacks.get(i % attacks.size()) + "\n// " + i);
        }

        assertThat(classes.getTotalLoadedClassCount() - before).isLessThan(LATE_CLASSES);
        assertThat(readers()).filteredOn(thread -> !there.contains(thread)).hasSizeLessThanOrEqualTo(READERS);
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("campaign-reader"))
                .collect(Collectors.toSet());
    }

    private static String good(int number) {
        return """
                campaign 'file-%1$d'
                own 'acme-%1$d.example'
                providers google: 1
                person 'Anna', 'Smith'
                person 'Ben', 'Okafor'
                only { length <= %1$d && tld in ['com', 'io'] }
                patterns '{first}.{last}', '{f}{last}{n}'
                approve { total > %1$d }
                """.formatted(number);
    }

    private static void read(String text) {
        try {
            CampaignReader.read(text);
        } catch (CampaignErrors refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
    }
}
