package io.mailwright.console;

import io.mailwright.onboarding.Onboarding.NotAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;

/** Who asks, as the login filter knows them. */
record Caller(String name, List<String> groups) {
    private static final List<String> OURS = List.of("approvers", "operators", "camunda-admin");

    static Caller of(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            throw new NotAllowed("log in first");
        }
        return new Caller(request.getUserPrincipal().getName(), new Groups(request));
    }

    /** The request can only be asked for one group at a time, and a campaign file may name any for its approval. */
    private static final class Groups extends AbstractList<String> {
        private final HttpServletRequest request;
        private final List<String> ours;

        Groups(HttpServletRequest request) {
            this.request = request;
            this.ours = OURS.stream().filter(request::isUserInRole).toList();
        }

        @Override
        public String get(int index) {
            return ours.get(index);
        }

        @Override
        public int size() {
            return ours.size();
        }

        @Override
        public boolean contains(Object group) {
            return group instanceof String name && request.isUserInRole(name);
        }
    }

    boolean operates() {
        return Stream.of("operators", "camunda-admin").anyMatch(groups::contains);
    }

    /** Starting, correcting and cancelling are the operators' work. */
    Caller mustOperate(String what) {
        if (!operates()) {
            throw new NotAllowed(what + " needs somebody of the group operators; " + name + " is not in it");
        }
        return this;
    }
}
