package io.mailwright.dsl;

import io.mailwright.campaign.Purchase;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code buy 12, keywords: […], prefixes: […], suffixes: […], tlds: […], maxPrice: 16}. */
final class Buying {
    private static final String EXAMPLE = "buy 4, keywords: ['acme'], tlds: ['com'], maxPrice: 16";
    private static final int MOST = 10_000;
    private static final Pattern PART = Pattern.compile("[a-z0-9-]{1,63}");

    private Buying() {}

    static void read(Call call, Draft draft, Problems problems) {
        Integer count = problems.attempt(() -> Expect.count(Expect.one(call, EXAMPLE), "'buy'", MOST));
        List<String> keywords = words(call, "keywords", true, problems);
        List<String> prefixes = words(call, "prefixes", false, problems);
        List<String> suffixes = words(call, "suffixes", false, problems);
        List<String> tlds = words(call, "tlds", true, problems);
        Value price = call.named("maxPrice");
        BigDecimal maxPrice = price == null ? null : problems.attempt(() -> Expect.dollars(price, "'maxPrice:'", 1));
        boolean whole = Stream.of(count, keywords, prefixes, suffixes, tlds).allMatch(Objects::nonNull);
        if (whole && (price == null || maxPrice != null)) {
            Purchase buy = new Purchase(count, keywords, prefixes, suffixes, tlds, maxPrice);
            if (buy.names() > Purchase.MOST_NAMES) {
                throw new Unreadable(
                        call.line(),
                        call.column(),
                        String.format(
                                Locale.ROOT,
                                "'buy' would make %,d names to choose from; shorten its lists to make at most %,d",
                                buy.names(),
                                Purchase.MOST_NAMES));
            }
            draft.buy = buy;
        }
    }

    private static List<String> words(Call call, String name, boolean needed, Problems problems) {
        Value value = call.named(name);
        if (value == null) {
            if (needed) {
                problems.at(call, "'buy' needs '" + name + ":'; write " + EXAMPLE);
            }
            return needed ? null : List.of();
        }
        Set<String> seen = new HashSet<>();
        List<Value> items = problems.attempt(() -> Expect.list(value, "'" + name + ":'"));
        if (items == null) {
            return null;
        }
        List<String> words = items.stream()
                .map(item -> problems.attempt(() -> name.equals("tlds") ? tld(item, seen) : word(item, name, seen)))
                .toList();
        return words.stream().anyMatch(Objects::isNull) ? null : words;
    }

    private static String word(Value item, String list, Set<String> seen) {
        String text = Expect.text(item, "'" + list + ":'");
        String joined = text.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!PART.matcher(joined).matches()) {
            throw Expect.unreadable(
                    item,
                    Problems.quote(text)
                            + " can't be part of a domain name; use up to 63 letters a–z, digits and dashes");
        }
        Expect.unique(item, joined, "'" + list + ":'", seen);
        return list.equals("keywords") ? text : joined;
    }

    private static String tld(Value item, Set<String> seen) {
        String text = Expect.text(item, "'tlds:'");
        if (text.startsWith(".")) {
            throw Expect.unreadable(item, "a tld is written without its dot; write '" + text.substring(1) + "'");
        }
        return Expect.unique(item, DomainNames.tld(item, text), "'tlds:'", seen);
    }
}
