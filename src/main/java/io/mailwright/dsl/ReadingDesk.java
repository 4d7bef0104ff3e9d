package io.mailwright.dsl;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where files are read: few threads with little stack, and an end to every reading. */
final class ReadingDesk {
    private static final int THREADS = 4;
    private static final int WAITING = 256;
    private static final long STACK_BYTES = 2 << 20;

    private final Duration deadline;
    private final ThreadPoolExecutor threads;

    ReadingDesk() {
        this(Duration.ofSeconds(10));
    }

    ReadingDesk(Duration deadline) {
        this.deadline = deadline;
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), ReadingDesk::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws CampaignErrors the only exception */
    <T> T read(Callable<T> reading) {
        Future<T> future = null;
        try {
            future = threads.submit(reading);
            return future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw Problems.only(
                    1, 1, "reading took more than " + deadline.toSeconds() + " seconds; shorten the file or try again");
        } catch (RejectedExecutionException e) {
            throw Problems.only(1, 1, "too many files are being read now; try again");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw Problems.only(1, 1, "reading was interrupted; try again");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CampaignErrors errors
                    ? errors
                    : Problems.only(
                            1,
                            1,
                            "this file can't be read ("
                                    + e.getCause().getClass().getSimpleName()
                                    + "); write it more simply, as the examples are");
        }
    }

    private static Thread thread(Runnable reading) {
        Thread thread = new Thread(null, reading, "campaign-reader", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
