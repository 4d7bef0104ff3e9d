package io.mailwright.dsl;

import java.util.regex.Pattern;

/** {@code campaign}, {@code workspace}, {@code tag}. */
final class Labels {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_WORKSPACE = 200;
    private static final int LONGEST_TAG = 11;

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

    private static String shorter(Value value, String text, String whose, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw Expect.unreadable(
                    value, whose + " has at most " + longest + " characters, this one " + length + "; shorten it");
        }
        return text;
    }
}
