package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailwright.plan.Preview;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same file is read, shown and refused in the same words wherever the server stands. */
class AnyLocaleTest {
    private static final String FILE = """
            campaign 'TITIZ-1'
            buy 2, keywords: ['INCI LABS'], prefixes: ['TRY', 'GIT'], tlds: ['IO', 'COM'], maxPrice: 16.50
            only { length <= 14 && !hyphenated }
            providers google: 1, outlook: 1
            person 'IŞIL', 'İNCİ'
            person 'Iris', 'DIRK'
            patterns '{first}.{last}', '{f}{last}', '{last}{nn}'
            avoid 'INFO', 'IT*'
            """;
    private static final String WRONG = """
            campaign 'a'
            buy 999999999, KEYWORDS: ['x']
            own '%s'
            tag '%s'
            """.formatted("x".repeat(80), "y".repeat(2001));
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tr-TR", "az-AZ", "lt-LT", "de-DE", "th-TH-u-nu-thai", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void changesNothing(String locale) {
        Locale.setDefault(Locale.ROOT);
        Preview preview = Preview.of(CampaignReader.read(FILE));
        String refusal = refusal();

        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(Preview.of(CampaignReader.read(FILE))).isEqualTo(preview);
        assertThat(refusal()).isEqualTo(refusal);
    }

    private static String refusal() {
        return catchThrowableOfType(CampaignErrors.class, () -> CampaignReader.read(WRONG))
                .getMessage();
    }
}
