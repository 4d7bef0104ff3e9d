package io.mailwright.scaledmail;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/** Watches one call: whether a byte of it may have left, and the status that came back. */
final class Departure extends EventListener {
    private volatile boolean left;
    private volatile int status;

    boolean left() {
        return left;
    }

    /** 0 when none was read. */
    int status() {
        return status;
    }

    static EventListener of(Call call) {
        Departure departure = call.request().tag(Departure.class);
        return departure == null ? EventListener.NONE : departure;
    }

    @Override
    public void requestHeadersStart(Call call) {
        left = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        status = response.code();
    }
}
