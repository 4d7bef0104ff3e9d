package io.mailwright.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A name in an order.
 *
 * @param startedAt vendor time at which its mailboxes began to be made; null while its order waits for payment or form
 * @param visibleFrom from when {@code /domains} shows it
 */
record Domain(
        String id,
        String name,
        String orderId,
        MailboxType type,
        String source,
        String redirect,
        List<Alias> aliases,
        Instant startedAt,
        Moment visibleFrom) {

    Domain renamed(String newName, String newSource) {
        return new Domain(id, newName, orderId, type, newSource, redirect, aliases, startedAt, visibleFrom);
    }

    Domain redirectedTo(String newRedirect) {
        return new Domain(id, name, orderId, type, source, newRedirect, aliases, startedAt, visibleFrom);
    }

    Domain started(Instant now, Moment visible) {
        return new Domain(id, name, orderId, type, source, redirect, aliases, now, visible);
    }
}
