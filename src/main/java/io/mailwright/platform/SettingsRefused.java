package io.mailwright.platform;

/** Mailwright can't start as it is set up; the message says which setting and how to mend it. */
class SettingsRefused extends RuntimeException {
    SettingsRefused(String message) {
        super(message);
    }
}
