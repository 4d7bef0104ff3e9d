package io.mailwright.onboarding.parts;

/** What a part's field "Workspace" means. */
final class WorkspaceField {
    static final String LABEL = "Workspace";
    static final String DESCRIPTION = "Name or id of the vendor's workspace; empty: the configured one.";

    private WorkspaceField() {}
}
