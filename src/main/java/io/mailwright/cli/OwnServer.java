package io.mailwright.cli;

import java.net.URI;

/** A server that one command runs in its own process. */
interface OwnServer extends AutoCloseable {
    URI address();

    Credentials credentials();

    @Override
    void close();

    interface Starter {
        /** @throws Failure when it does not start; the message says where to read why */
        OwnServer start(Shell shell);
    }
}
