package io.mailwright.onboarding;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which of the vendor's workspaces is meant. */
@Component
public class Organizations {
    private final ScaledMail vendor;
    private final VendorSettings settings;
    private final WorkspaceNames names;
    /** The id of the one that is meant where none is named, as it was last read. */
    private volatile String unnamed;

    Organizations(ScaledMail vendor, VendorSettings settings, WorkspaceNames names) {
        this.vendor = vendor;
        this.settings = settings;
        this.names = names;
    }

    /** The same for what is only shown: while the vendor can't be asked, a workspace as it was last read. */
    String known(String name) {
        try {
            return id(name);
        } catch (VendorException away) {
            boolean named = name != null && !name.isBlank();
            if (!named && unnamed != null) return unnamed;
            return names.only(named ? name : settings.organizationId()).orElseThrow(() -> away);
        }
    }

    /** @return the vendor's id of the workspace that a file names, or of the configured one */
    public String id(String name) {
        String id = read(name);
        if (name == null || name.isBlank()) unnamed = id;
        return id;
    }

    private String read(String name) {
        String workspace = name == null || name.isBlank() ? null : name.strip();
        List<Wire.Organization> reachable = vendor.organizations();
        reachable.forEach(organization -> names.keep(organization.id(), organization.name()));
        if (reachable.isEmpty())
            throw new VendorException(
                    VendorException.Kind.NEEDS_PERSON,
                    200,
                    "the vendor's key reaches no workspace; make one in the vendor's web app, or use another key",
                    null);
        String wanted = workspace != null ? workspace : settings.organizationId();
        if (wanted == null || wanted.isBlank()) return reachable.get(0).id();
        return reachable.stream()
                .filter(organization ->
                        wanted.equals(organization.id()) || wanted.equalsIgnoreCase(organization.name()))
                .map(Wire.Organization::id)
                .findFirst()
                .orElseThrow(() -> new BusinessFailure(
                        workspace != null ? "file-refused" : "problem",
                        "there is no workspace '" + wanted + "' at the vendor; "
                                + (workspace != null ? "write one of " : "set SCALEDMAIL_ORGANIZATION_ID to one of ")
                                + reachable.stream()
                                        .map(organization ->
                                                organization.name() == null ? organization.id() : organization.name())
                                        .collect(Collectors.joining(", "))));
    }
}
