package io.mailwright.dsl;

import java.util.regex.Pattern;

/** {@code campaign}, {@code workspace}, {@code tag}, {@code coupon}, and the names of secrets. */
final class Labels {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final Pattern SECRET = Pattern.compile("(?=.{1,64}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_WORKSPACE = 200;
    private static final int LONGEST_TAG = 11;
    private static final int LONGEST_COUPON = 64;

    private Labels() {}

    static void campaign(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "campaign 'acme-spring'");
        String name = Expect.text(value, "'campaign'");
        if (!NAME.matcher(name).matches()) {
            throw Expect.unreadable(
                    value,
                    Problems.quote(name)
                            + " is no campaign name; use letters a–z, digits and single dashes between, like 'acme-spring'");
        }
        draft.name = shorter(value, name, "a campaign's name", LONGEST_NAME);
    }

    static void workspace(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "workspace 'Northwind'");
        draft.workspace = shorter(value, Expect.text(value, "'workspace'"), "a workspace's name", LONGEST_WORKSPACE);
    }

    static void tag(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "tag 'acme-spring'");
        draft.tag = shorter(value, Expect.text(value, "'tag'"), "a tag", LONGEST_TAG);
    }

    static void coupon(Call call, Draft draft, Problems problems) {
        Value value = Expect.one(call, "coupon 'SPRING'");
        draft.coupon = shorter(value, Expect.text(value, "'coupon'"), "a coupon", LONGEST_COUPON);
    }

    /** Says nothing of the text it refuses: that may be the secret itself. */
    static String secret(Value value, String whose) {
        String name = Expect.text(value, whose);
        if (!SECRET.matcher(name).matches()) {
            throw Expect.unreadable(
                    value,
                    whose + " takes the name of a secret, of up to 64 letters a–z, digits and dashes, like 'namecheap';"
                            + " what is secret never stands in a file");
        }
        return name;
    }

    /** Counted in UTF-16 units, as the vendor's JavaScript counts what it limits: an emoji has two. */
    static String shorter(Value value, String text, String whose, int longest) {
        if (text.length() > longest) {
            boolean pairs = text.codePointCount(0, text.length()) < text.length();
            throw Expect.unreadable(
                    value,
                    whose + " has at most " + longest + " characters, this one " + text.length()
                            + (pairs ? " (an emoji counts as two)" : "") + "; shorten it");
        }
        return text;
    }
}
