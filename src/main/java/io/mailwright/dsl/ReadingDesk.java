package io.mailwright.dsl;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

    /** @throws CampaignErrors the only exception; {@link OutOfTime} when another try may end otherwise */
    <T> T read(Callable<T> reading) {
        CountDownLatch begun = new CountDownLatch(1);
        Future<T> future = null;
        try {
            future = threads.submit(() -> {
                begun.countDown();
                return reading.call();
            });
            if (!begun.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                future.cancel(true);
                throw OutOfTime.waiting();
            }
            return future.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw OutOfTime.reading(deadline);
        } catch (RejectedExecutionException e) {
            throw OutOfTime.waiting();
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
