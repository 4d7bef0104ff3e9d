package io.mailwright.onboarding.parts;

/** The fields that every part has which costs or changes something, in the words of the properties panel. */
final class Approved {
    static final String CONTENT = "Content";
    static final String APPROVAL = "Approved at";
    static final String APPROVAL_WORDS = "Id of the part \"Ask a person\" where this content was shown.";
    static final String KEY = "Spend key";
    static final String KEY_WORDS =
            "Stands for this one spend, the same key never sends twice. {business key}, {activity} and {content} are filled in.";
    static final String KEY_VALUE = PartCalls.SPEND_KEY;

    private Approved() {}
}
