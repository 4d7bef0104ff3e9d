package io.mailwright.campaign;

/**
 * The {@code sequencer} line: where the vendor puts the mailboxes when they are ready.
 *
 * @param provider its name, as the vendor takes it
 * @param secret name of the secret that holds its login
 * @param workspace or null: the secret's, if it has one
 * @param tag or null: the secret's, if it has one; the vendor puts the order's id for {@code {{ID}}}
 */
public record Sequencer(String provider, String secret, String workspace, String tag) {}
