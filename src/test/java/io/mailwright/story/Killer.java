package io.mailwright.story;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills a server at random moments, some of them while it starts and some while a paid call is on its way. */
final class Killer implements Runnable {
    private static final int STARTING_MILLIS = 8_000;
    private static final int WORKING_MILLIS = 15_000;
    private static final int PAYING_MILLIS = 1_200;
    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final int WHILE_PAYING = 4;

    private final MailwrightServer server;
    private final SlowDoor door;
    private final SplittableRandom chance;
    private final int wanted;
    private volatile int kills;
    private final CountDownLatch enough = new CountDownLatch(1);

    Killer(MailwrightServer server, SlowDoor door, long seed, int wanted) {
        this.server = server;
        this.door = door;
        this.chance = new SplittableRandom(seed);
        this.wanted = wanted;
    }

    /** Kills first while a paid call is on its way, since every round has one; then by chance. Ends with the server running. */
    @Override
    public void run() {
        try {
            while (kills < wanted) {
                if (!theMomentCame(kills == 0 ? WHILE_PAYING : chance.nextInt(8))) return;
                server.kill();
                kills++;
                server.launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean theMomentCame(int kind) throws InterruptedException {
        if (kind == 0) return !enough.await(chance.nextInt(STARTING_MILLIS), TimeUnit.MILLISECONDS);
        server.awaitReady();
        if (kind < WHILE_PAYING) return !enough.await(chance.nextInt(WORKING_MILLIS), TimeUnit.MILLISECONDS);
        for (int seconds = 0; (kills == 0 || seconds < LONGEST_WAIT_SECONDS) && !door.awaitPaidCall(1); seconds++)
            if (enough.getCount() == 0) return false;
        return !enough.await(chance.nextInt(PAYING_MILLIS), TimeUnit.MILLISECONDS);
    }

    void enough() {
        enough.countDown();
    }

    int kills() {
        return kills;
    }
}
