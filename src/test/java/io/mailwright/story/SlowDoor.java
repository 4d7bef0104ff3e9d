package io.mailwright.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A way to the vendor on which the replies to paid calls take up to a second, so that a kill finds a call done and not yet
 * written down. Nothing but time changes: bytes and closed connections pass as they are.
 */
final class SlowDoor implements AutoCloseable {
    private static final Pattern PAID =
            Pattern.compile("^POST \\S+/(buy-domains|create-custom-order|submit-form/)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_MILLIS = 1_000;

    private final Semaphore paid = new Semaphore(0);
    private final SplittableRandom chance;
    private final ServerSocket door;
    private final int vendor;

    /** @param vendor its port */
    SlowDoor(int vendor, long seed) throws IOException {
        this.vendor = vendor;
        this.chance = new SplittableRandom(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::open);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Waits for the next paid call to pass. */
    boolean awaitPaidCall(long seconds) throws InterruptedException {
        paid.drainPermits();
        return paid.tryAcquire(seconds, TimeUnit.SECONDS);
    }

    private void open() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), vendor);
            Pair pair = new Pair(client, server);
            run(pair::there);
            run(pair::back);
        }
    }

    private final class Pair {
        private final Socket client;
        private final Socket server;
        private volatile int delay;

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** A client that is gone leaves its call on the way. */
        void there() throws IOException {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            byte[] chunk = new byte[8192];
            for (int length; (length = in.read(chunk)) > 0; ) {
                boolean pays = PAID.matcher(new String(chunk, 0, length, StandardCharsets.ISO_8859_1))
                        .find();
                if (pays) delay = delay();
                out.write(chunk, 0, length);
                if (pays) paid.release();
            }
            server.shutdownOutput();
        }

        void back() throws IOException {
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                byte[] chunk = new byte[8192];
                for (int length; (length = in.read(chunk)) > 0; ) {
                    pause(delay);
                    delay = 0;
                    client.getOutputStream().write(chunk, 0, length);
                }
                pause(delay);
            }
        }
    }

    private synchronized int delay() {
        return chance.nextInt(LONGEST_MILLIS);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void run(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException closed) {
                // one of the two is gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
