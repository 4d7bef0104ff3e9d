package io.mailwright.platform;

import io.mailwright.scaledmail.VendorSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may do what. {@code camunda-admin} everything; {@code approvers} and {@code operators} use Tasklist, see the processes
 * and complete the tasks they are candidates of; {@code designers} deploy models and read them. With the simulator there are demo users whose password is their name; with
 * a real vendor they are removed and the administrator comes from the settings.
 */
@Component
class Logins implements SmartInitializingSingleton {
    static final String ADMINISTRATORS = "camunda-admin";
    static final String APPROVERS = "approvers";
    static final String OPERATORS = "operators";
    static final String DESIGNERS = "designers";
    private static final List<String> GROUPS = List.of(ADMINISTRATORS, APPROVERS, OPERATORS);
    private static final Map<String, List<String>> DEMO =
            Map.of("demo", GROUPS, "operator", List.of(OPERATORS), "approver", List.of(APPROVERS));
    /** What people start by API and command line, or processes start; every other process, a designer's too, operators start. */
    private static final Set<String> NOT_BY_HAND =
            Set.of("onboarding", "mailbox-order", "prewarmed-order", "settle", "watch");

    private static final Permission[] START = {Permissions.READ, Permissions.CREATE_INSTANCE};
    private static final String FILTER = "All tasks";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final VendorSettings vendor;
    private final String administrator;
    private final String password;

    Logins(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            RepositoryService repository,
            VendorSettings vendor,
            @Value("${mailwright.admin.user:}") String administrator,
            @Value("${mailwright.admin.password:}") String password) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.repository = repository;
        this.vendor = vendor;
        this.administrator = administrator;
        this.password = password;
    }

    /** @return the groups of the user, or nothing when name and password don't belong together */
    Optional<Set<String>> groupsOf(String user, String password) {
        return identity.checkPassword(user, password)
                ? Optional.of(identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** Engine calls of this thread are this user's until {@link #leave()}. */
    void enter(String user, Set<String> groups) {
        identity.setAuthentication(user, List.copyOf(groups));
    }

    void leave() {
        identity.clearAuthentication();
    }

    @Override
    public void afterSingletonsInstantiated() {
        GROUPS.forEach(this::ensureGroup);
        ensureGroup(DESIGNERS);
        for (Resource resource : Resources.values()) {
            grant(ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL);
        }
        String filter = ensureFilter();
        for (String group : List.of(APPROVERS, OPERATORS)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.FILTER, filter, Permissions.READ);
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    Permissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE);
        }
        grant(DESIGNERS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.CREATE, Permissions.READ);
        grant(DESIGNERS, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(DESIGNERS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .filter(process -> !NOT_BY_HAND.contains(process))
                .forEach(process -> grant(OPERATORS, Resources.PROCESS_DEFINITION, process, START));
        grant(OPERATORS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        if (vendor.simulated()) {
            DEMO.forEach((user, groups) -> ensureUser(user, user, groups, true));
        } else {
            DEMO.keySet().stream().filter(user -> !user.equals(administrator)).forEach(identity::deleteUser);
        }
        if (!administrator.isBlank()) {
            ensureAdministrator();
        }
    }

    /** What is deployed while the server runs can be started at once. */
    static final class Deployed extends DefaultAuthorizationProvider {
        @Override
        public AuthorizationEntity[] newProcessDefinition(ProcessDefinition process) {
            boolean given =
                    getGrantAuthorizationByGroupId(OPERATORS, Resources.PROCESS_DEFINITION, process.getKey()) != null;
            if (given || NOT_BY_HAND.contains(process.getKey())) {
                return super.newProcessDefinition(process);
            }
            AuthorizationEntity start = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
            start.setGroupId(OPERATORS);
            start.setResource(Resources.PROCESS_DEFINITION);
            start.setResourceId(process.getKey());
            start.setPermissions(START);
            return new AuthorizationEntity[] {start};
        }
    }

    private void ensureAdministrator() {
        if (!identity.checkPasswordAgainstPolicy(password, identity.newUser(administrator))
                .isValid()) {
            throw new SettingsRefused(
                    "MAILWRIGHT_ADMIN_PASSWORD is too weak: give it at least 10 characters with a capital and"
                            + " a small letter, a digit and a special character, without the user's name.");
        }
        ensureUser(administrator, password, GROUPS, false);
    }

    private void ensureGroup(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType(ADMINISTRATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void ensureUser(String id, String password, List<String> groups, boolean exempt) {
        if (!identity.checkPassword(id, password)) {
            User user = Optional.ofNullable(
                            identity.createUserQuery().userId(id).singleResult())
                    .orElseGet(() -> newUser(id));
            user.setPassword(password);
            ((IdentityServiceImpl) identity).saveUser(user, exempt);
            identity.unlockUser(id);
        }
        Set<String> member = identity.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        groups.stream().filter(group -> !member.contains(group)).forEach(group -> identity.createMembership(id, group));
    }

    private User newUser(String id) {
        User user = identity.newUser(id);
        user.setFirstName(id);
        user.setLastName("at Mailwright");
        return user;
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        boolean granted = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!granted) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }

    private String ensureFilter() {
        return filters.createFilterQuery().filterName(FILTER).list().stream()
                .findFirst()
                .map(Filter::getId)
                .orElseGet(this::createFilter);
    }

    private String createFilter() {
        Filter filter = filters.newTaskFilter(FILTER);
        filter.setQuery(tasks.createTaskQuery());
        filter.setProperties(new HashMap<>(Map.of(
                "description",
                "Every task you may see",
                "priority",
                0,
                "color",
                "#3e4d2f",
                "refresh",
                true,
                "variables",
                List.of(Map.of("name", "campaign", "label", "Campaign")),
                "showUndefinedVariable",
                false)));
        return filters.saveFilter(filter).getId();
    }
}
