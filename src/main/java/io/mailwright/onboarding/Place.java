package io.mailwright.onboarding;

import java.util.Set;

/** Where a model may call a step that has its place. */
public enum Place {
    PROCESS_BEGINS("startEvent", "executionListener", "start"),
    TASK_REACHED("userTask", "executionListener", "start"),
    TASK_LEFT("userTask", "executionListener", "end"),
    TASK_OPENS("userTask", "taskListener", "create"),
    TASK_COMPLETED("userTask", "taskListener", "complete"),
    /** What may be sent, or may have to come again, shares no transaction with what went before. */
    OWN_TRANSACTION(null, null, null);

    private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private final String owner;
    private final String listener;
    private final String event;

    Place(String owner, String listener, String event) {
        this.owner = owner;
        this.listener = listener;
        this.event = event;
    }

    /**
     * An attribute of a model with an expression in it.
     *
     * @param owner the kind of the element that is drawn, e.g. {@code userTask}
     * @param ownerAsync whether that one is asynchronous before
     * @param element the kind of the element whose attribute it is: the drawn one, or one in it
     * @param event that element's, or null
     * @param attribute null: it is the element's text
     */
    public record Spot(String owner, boolean ownerAsync, String element, String event, String attribute) {}

    public boolean is(Spot spot) {
        if (!"expression".equals(spot.attribute())) return false;
        if (this == OWN_TRANSACTION)
            return TASKS.contains(spot.owner()) && spot.element().equals(spot.owner()) && spot.ownerAsync();
        return owner.equals(spot.owner()) && listener.equals(spot.element()) && event.equals(spot.event());
    }

    /** After "it is called by". */
    public String words() {
        return this == OWN_TRANSACTION
                ? "the expression of a service task that is asynchronous before; tick 'Asynchronous before' there"
                : "the " + listener + " of the event '" + event + "' of a " + owner + " and by nothing else";
    }
}
