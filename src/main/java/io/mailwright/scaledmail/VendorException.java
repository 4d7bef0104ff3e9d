package io.mailwright.scaledmail;

/** A call to the vendor did not give what it should. The message holds no key, address with a key, login or password. */
public class VendorException extends RuntimeException {
    private final Kind kind;
    private final int status;

    /** What follows from a failure. */
    public enum Kind {
        /** Network, 429, 5xx, unreadable: it will be tried again. */
        RETRIED,
        /** 401, 402, 403, no payment method: someone must act, and the message says how. */
        NEEDS_PERSON,
        /** The vendor said no to this request, and will again. */
        FINAL
    }

    /** @param status HTTP status, 0 when there was no reply */
    public VendorException(Kind kind, int status, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }
}
