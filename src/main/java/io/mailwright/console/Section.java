package io.mailwright.console;

/** The parts of the console, as its menu lists them. */
public enum Section {
    FLEET("/", "Fleet"),
    TASKS("/tasks", "Tasks"),
    PLAYGROUND("/playground", "Playground"),
    FORMS("/forms", "Web orders"),
    SCHEDULES("/schedules", "Schedules"),
    CHARTS("/charts", "Charts"),
    VENDOR("/vendor", "Vendor");

    public final String path;
    public final String label;

    Section(String path, String label) {
        this.path = path;
        this.label = label;
    }
}
