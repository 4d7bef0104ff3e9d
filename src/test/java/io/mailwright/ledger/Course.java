package io.mailwright.ledger;

import java.util.ArrayList;
import java.util.List;

/** One campaign in a run: its names and what is still to be done with them. It survives a crash, as a process does. */
class Course {
    final Authority who;
    final List<String> names;
    final List<Effect> all;
    final List<Effect> left;
    private final List<String> alternates;
    String uuid;
    /** The vendor's id of an order that is to be cancelled. */
    String order;
    /** The order's; its form repeats it. */
    String tag = "q1";

    Course(Authority who, List<Effect> effects, List<String> names, List<String> alternates) {
        this.who = who;
        this.all = effects;
        this.left = new ArrayList<>(effects);
        this.names = new ArrayList<>(names);
        this.alternates = new ArrayList<>(alternates);
    }

    boolean done() {
        return left.isEmpty();
    }

    /** The process stands again where it began. */
    void restored() {
        left.clear();
        left.addAll(all);
        if (all.get(0) != Effect.FORM) uuid = null;
    }

    /** A substitute takes its place, as long as there is one. */
    void lost(String name) {
        if (names.remove(name) && !alternates.isEmpty()) names.add(alternates.remove(0));
    }

    /** How often an effect was to happen for this campaign: a purchase once for each name. */
    List<String> wanted(Effect effect) {
        return all.contains(effect) ? List.copyOf(names) : List.of();
    }
}
