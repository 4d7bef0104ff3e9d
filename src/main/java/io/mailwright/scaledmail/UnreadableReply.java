package io.mailwright.scaledmail;

import java.io.IOException;

/** A success that cannot be read: a fault on the way, never an empty list. */
final class UnreadableReply extends IOException {
    UnreadableReply(String why) {
        super(why);
    }
}
