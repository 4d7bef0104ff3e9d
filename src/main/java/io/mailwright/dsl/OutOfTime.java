package io.mailwright.dsl;

import java.time.Duration;
import java.util.List;

/** A file was not read in time; the same file may well be read when it is tried again. */
public class OutOfTime extends CampaignErrors {
    private final boolean begun;

    private OutOfTime(boolean begun, String message) {
        super(List.of(new CampaignError(1, 1, message)));
        this.begun = begun;
    }

    static OutOfTime waiting() {
        return new OutOfTime(false, "too many files are being read now, and this one was not looked at; try again");
    }

    static OutOfTime reading(Duration deadline) {
        return new OutOfTime(
                true, "reading took more than " + deadline.toSeconds() + " seconds; shorten the file or try again");
    }

    /** Without a place in the file, for which nothing is wrong with it. */
    public String sentence() {
        return errors().get(0).message();
    }

    /** False when nobody looked at the file, so that nothing is known of it. */
    public boolean begun() {
        return begun;
    }
}
