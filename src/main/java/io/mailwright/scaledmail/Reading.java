package io.mailwright.scaledmail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import retrofit2.Call;
import retrofit2.Response;

/** Repeats a read while that may help: network errors, 429, 5xx and replies that cannot be read. */
@Component
class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int TRIES = 5;

    /**
     * @param inAll all tries and waits of one call of the facade added up
     * @param longestWait what the vendor may ask for before it becomes a due date
     * @param firstWait doubled before each further try
     */
    record Patience(Duration inAll, Duration oneTry, Duration longestWait, Duration firstWait) {
        static final Patience DEFAULT = new Patience(
                Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(500));
    }

    private final Redaction redaction;
    private final CallLog calls;
    private final Patience patience;

    @Autowired
    Reading(Redaction redaction, CallLog calls) {
        this(redaction, calls, Patience.DEFAULT);
    }

    Reading(Redaction redaction, CallLog calls, Patience patience) {
        this.redaction = redaction;
        this.calls = calls;
        this.patience = patience;
    }

    /** By when a call of the facade has to be done, all its tries added up. */
    record Deadline(long nanos) {
        Duration left() {
            return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
        }
    }

    Deadline deadline() {
        return new Deadline(System.nanoTime() + patience.inAll().toNanos());
    }

    <T> List<T> list(String what, Supplier<Call<List<T>>> call) {
        return list(what, deadline(), call);
    }

    <T> List<T> list(String what, Deadline deadline, Supplier<Call<List<T>>> call) {
        return read(what, deadline, call, any -> true).orElse(List.of());
    }

    <T> Optional<List<T>> nullableList(String what, Supplier<Call<List<T>>> call) {
        return read(what, deadline(), call, any -> true);
    }

    <T> T single(String what, Predicate<T> whole, Supplier<Call<T>> call) {
        return read(what, deadline(), call, whole).orElseThrow();
    }

    private <T> Optional<T> read(String what, Deadline deadline, Supplier<Call<T>> wanted, Predicate<T> whole) {
        for (int tries = 1; ; tries++) {
            Failure failure;
            Call<T> call = wanted.get();
            long tryMillis = shorter(patience.oneTry(), deadline.left()).toMillis();
            call.timeout().timeout(Math.max(1, tryMillis), TimeUnit.MILLISECONDS);
            try {
                Response<T> response = call.execute();
                if (response.isSuccessful()) {
                    Optional<T> value = value(response, whole);
                    calls.answered();
                    return value;
                }
                failure = refusal(what, response);
            } catch (IOException e) {
                failure = Failure.onTheWay(what, e);
            }
            VendorException failed = failure.exception(redaction);
            calls.failed(what, failure.status(), failed.getMessage());
            if (failure.kind() != VendorException.Kind.RETRIED) {
                throw failed;
            }
            Duration wait = failure.wait(patience.firstWait(), tries);
            // what the vendor asked for, not our own backoff: a 503 that may be repeated at once is a failure all the
            // same
            Duration asked = failure.asked();
            if (asked.compareTo(patience.longestWait()) > 0
                    || !asked.isZero() && asked.compareTo(deadline.left()) >= 0) {
                throw new TryAgainAt(Instant.now().plus(wait), failed.getMessage());
            }
            if (tries == TRIES || wait.compareTo(deadline.left()) >= 0) {
                throw failed;
            }
            LOG.debug("Try {} of {} failed with status {}", tries, what, failure.status());
            sleep(wait);
        }
    }

    /** Empty: the vendor said null. */
    private static <T> Optional<T> value(Response<T> response, Predicate<T> whole) throws IOException {
        if (response.code() == 204 || response.code() == 205) {
            throw new UnreadableReply("it is empty");
        }
        if (response.body() != null && !whole.test(response.body())) {
            throw new UnreadableReply("what was asked for is missing");
        }
        return Optional.ofNullable(response.body());
    }

    private static Failure refusal(String what, Response<?> response) throws IOException {
        try (ResponseBody body = response.errorBody()) {
            return Failure.refusal(
                    what,
                    response.code(),
                    body == null ? "" : body.string(),
                    response.headers().get("Retry-After"));
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TryAgainAt(Instant.now(), "The wait for the vendor was interrupted.");
        }
    }
}
