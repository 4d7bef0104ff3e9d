package io.mailwright.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    private static final LatinName VINCENT = LatinName.of(new Person("Vincent", "van der Berg", "Vince", null, null));

    @ParameterizedTest
    @CsvSource({
        "{first}.{last}, vincent.vanderberg",
        "{f}{last}, vvanderberg",
        "{first}{l}, vincentv",
        "{nick}, vince",
        "{nick:3}_{last:3}, vin_van",
        "{first:64}, vincent",
        "{last}-{first}, vanderberg-vincent",
        "{first}{n}, vincent7",
        "{first}.{last}{nn}, vincent.vanderberg07",
        "mail.{first}2go, mail.vincent2go",
        "' {first} ', vincent"
    })
    void rendersANameWithTheNumberSeven(String text, String expected) {
        assertThat(render(NamePattern.of(text), 7)).isEqualTo(expected);
    }

    @Test
    void paddedNumbersGrowPastTheirPadding() {
        assertThat(List.of(render(NamePattern.of("{f}{nn}"), 1), render(NamePattern.of("{f}{nn}"), 100)))
                .containsExactly("v01", "v100");
    }

    @ParameterizedTest
    @CsvSource({
        "{frist}, holds {frist}; a placeholder is {first}",
        "{First}, holds {First}",
        "{first, holds {first;",
        "first}, holds '}'; only",
        "Mr.{last}, holds 'M'; only",
        "mail, needs a name",
        "{first} {last}, holds ' '",
        "{first}@{last}, holds '@'",
        "{f:3}, holds {f:3}",
        "{first:0}, holds {first:0}",
        "{first:65}, holds {first:65}",
        "{n:2}{first}, holds {n:2}",
        "{first}..{last}, single between",
        "{first}.-{last}, single between",
        ".{first}, single between",
        "{first}., ends with a separator",
        "{n}, needs a name",
        "'', needs a name",
        "{first}{n}{nn}, more than one number"
    })
    void refusesWithASentence(String text, String why) {
        assertThatThrownBy(() -> NamePattern.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aLineEndIsNoSeparator() {
        assertThatThrownBy(() -> NamePattern.of("{first}\n{last}")).hasMessageContaining("holds '\n'; only");
    }

    @Test
    void aPatternOfAnyLengthIsReadOrRefused() {
        assertThatThrownBy(() -> NamePattern.of("{".repeat(100_000))).hasMessageContaining("at most 200 characters");
    }

    @Test
    void theBuiltInDozenGivesTwelveDifferentLocalPartsWithoutDigits() {
        assertThat(NamePattern.BUILT_IN.stream()
                        .map(pattern -> render(pattern, 0))
                        .distinct())
                .hasSize(12)
                .allMatch(localPart -> localPart.matches("[a-z]+([._-][a-z]+)?"));
        assertThat(NamePattern.BUILT_IN).noneMatch(NamePattern::numbered);
    }

    private static String render(NamePattern pattern, int number) {
        return pattern.pieces().stream()
                .map(piece -> piece.render(VINCENT, number))
                .collect(Collectors.joining());
    }
}
