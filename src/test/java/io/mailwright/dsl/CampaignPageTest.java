package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Campaign;
import io.mailwright.plan.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/campaign-file.md are read as they stand there; what is part of a file is given the rest of one. */
class CampaignPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile(
            "preview acme.groovy\ndomain +type +aliases\n(.*?)acme-q3: 3 domains, 8 mailboxes;", Pattern.DOTALL);

    private static final Pattern PEOPLE = Pattern.compile("(?m)^(person|people) ");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/campaign-file.md"));
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(page()).results().map(found -> found.group(1)).toList();
    }

    private static String whole(String example) {
        boolean named = example.contains("campaign '");
        boolean peopled = PEOPLE.matcher(example).find();
        return (named ? "" : "campaign 'page'\n")
                + (peopled ? "" : "person 'Anna', 'Smith'\nperson 'Ben', 'Okafor'\n")
                + example;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRead(String example) {
        Campaign campaign = CampaignReader.read(whole(example));
        assertThat(campaign.people()).isNotEmpty();
    }

    @Test
    void everyWordAndEveryNamedValueHasAnExample() throws IOException {
        String examples = String.join("", examples());
        for (String word : Words.all()) {
            assertThat(examples).containsPattern("(?m)^ *" + word + "\\b");
            for (String name : Words.namedBy(word)) {
                assertThat(examples).as(word).contains(name + ": ");
            }
        }
    }

    @Test
    void theFirstFileIsThreeDomainsAsShown() throws IOException {
        Campaign campaign = CampaignReader.readToStart(examples().get(0));
        MatchResult shown = SHOWN.matcher(page()).results().findFirst().orElseThrow();
        assertThat(Preview.of(campaign).domains().stream()
                        .map(domain -> domain.domain() + " " + domain.provider() + " "
                                + domain.aliases().stream()
                                        .map(Preview.Mailbox::alias)
                                        .collect(Collectors.joining(" "))))
                .isEqualTo(shown.group(1)
                        .lines()
                        .map(line -> line.replaceAll(" +", " "))
                        .toList())
                .hasSize(3);
    }

    @Test
    void everyExampleStartsButARecipe() throws IOException {
        for (String example : examples()) {
            Campaign campaign = CampaignReader.read(whole(example));
            if (campaign.recipe()) {
                if (campaign.coupon() == null)
                    assertThat(CampaignReader.readToAdopt(whole(example))).isEqualTo(campaign);
                assertThatThrownBy(() -> CampaignReader.readToStart(whole(example)))
                        .hasMessageContaining("adopt UUID FILE");
            } else {
                assertThat(CampaignReader.readToStart(whole(example))).isEqualTo(campaign);
            }
        }
    }
}
