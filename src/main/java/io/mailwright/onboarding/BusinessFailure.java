package io.mailwright.onboarding;

/**
 * A step can't go on by itself and the process knows what then: the engine sees it as a BPMN error of that short code,
 * with the message as its text.
 */
public class BusinessFailure extends RuntimeException {
    private final String code;

    /**
     * @param code e.g. {@code file-refused}
     * @param message what a person needs to know, in plain words
     */
    public BusinessFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
