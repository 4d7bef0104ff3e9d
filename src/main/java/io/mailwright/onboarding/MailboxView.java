package io.mailwright.onboarding;

/** One working mailbox, as it is handed over. Passwords are not kept. */
public record MailboxView(
        String email, String firstName, String lastName, String domain, String provider, String status) {}
