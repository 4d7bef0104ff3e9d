package io.mailwright.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Shapes.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several campaigns on one packaged Mailwright that is killed again and again, while 15 to 20 % of all calls fail before or
 * after their effect.
 */
final class KillRound {
    /** By chance, and the reply to the first purchase is lost: a small round may have no other. */
    private static final String FAULTS =
            "{\"rate\":%s,\"seed\":%d,\"script\":[{\"endpoint\":\"buy-domains\",\"nth\":1,\"fault\":\"drop-after\"}]}";

    private final long seed;
    private final int kills;
    private final List<Shape> shapes;

    KillRound(long seed, int campaigns, int kills) {
        this.seed = seed;
        this.kills = kills;
        this.shapes = IntStream.range(0, campaigns)
                .mapToObj(number -> Shapes.of(seed, number))
                .toList();
    }

    /** @param faults of calls that cost money; reads fail at the same rate */
    record Figures(int campaigns, int kills, long calls, int faults, int questions, long seconds) {
        static Figures none() {
            return new Figures(0, 0, 0, 0, 0, 0);
        }

        Figures plus(Figures other) {
            return new Figures(
                    campaigns + other.campaigns,
                    kills + other.kills,
                    calls + other.calls,
                    faults + other.faults,
                    questions + other.questions,
                    seconds + other.seconds);
        }

        @Override
        public String toString() {
            return campaigns + " campaigns onboarded, no duplicate: " + kills + " kills, " + calls + " calls, " + faults
                    + " paid calls failed, " + questions + " questions, " + seconds + " s";
        }
    }

    Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (VendorProcess simulator = new VendorProcess(Child.newDirectory()).start();
                SlowDoor door = new SlowDoor(simulator.port, seed);
                MailwrightServer server = new MailwrightServer(simulator.vendor, simulator.settings(door.address()))) {
            simulator.vendor.speed(86_400);
            simulator.vendor.faults(FAULTS.formatted((15 + Math.floorMod(seed, 6)) / 100.0, seed));
            server.start();
            Carried campaigns = new Carried(simulator.vendor, shapes, server);
            Killer killer = new Killer(server, door, seed, kills);
            Thread killing = new Thread(killer, "killer-" + seed);
            killing.start();
            try {
                campaigns.untilOnboarded();
            } finally {
                killer.enough();
                killing.join();
            }
            server.awaitReady();
            campaigns.judge();
            return figures(simulator.vendor.ledger(), killer.kills(), campaigns.questions(), start);
        }
    }

    private Figures figures(JsonNode ledger, int killed, int questions, long start) {
        long calls = 0;
        for (JsonNode count : ledger.get("calls")) calls += count.asLong();
        int faults = Vendor.rows(ledger.get("spend_calls"), call -> call.hasNonNull("fault"))
                .size();
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        return new Figures(shapes.size(), killed, calls, faults, questions, seconds);
    }
}
