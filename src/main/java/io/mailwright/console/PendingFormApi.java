package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.PendingForms;
import io.mailwright.onboarding.PendingForms.PendingForm;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/pending-forms} and {@code /api/recipes}: orders paid in the vendor's web app, and what fills their forms. */
@RestController
class PendingFormApi {
    static final String WRONG_NAME = "a recipe's name has up to 64 letters a–z, digits and single dashes between";
    static final Pattern NAME = Pattern.compile("(?=.{1,64}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

    private final PendingForms forms;

    PendingFormApi(PendingForms forms) {
        this.forms = forms;
    }

    @GetMapping("/api/pending-forms")
    List<PendingForm> list(
            @RequestParam(required = false) String workspace, @RequestParam(defaultValue = "false") boolean ignored) {
        return forms.list(workspace, ignored);
    }

    @PostMapping("/api/pending-forms/{uuid}/adopt")
    ResponseEntity<CampaignApi.Started> adopt(@PathVariable String uuid, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("adopting a form");
        CampaignView started = forms.adopt(uuid.strip(), CampaignText.of(request), null, caller.name());
        return ResponseEntity.created(URI.create("/api/campaigns/" + started.id()))
                .body(new CampaignApi.Started(started.id(), started.stage()));
    }

    @PostMapping("/api/pending-forms/look")
    ResponseEntity<Map<String, String>> look(
            @RequestParam(required = false) String workspace, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("looking for pending forms");
        return ResponseEntity.accepted()
                .location(URI.create("/api/pending-forms"))
                .body(Map.of("id", forms.look(workspace, caller.name())));
    }

    @GetMapping("/api/recipes")
    List<PendingForms.Recipe> recipes() {
        return forms.recipes();
    }

    @PutMapping("/api/recipes/{name}")
    ResponseEntity<Map<String, String>> save(@PathVariable String name, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("saving a recipe");
        if (!NAME.matcher(name).matches()) throw new ResponseStatusException(BAD_REQUEST, WRONG_NAME);
        forms.saveRecipe(name, CampaignText.of(request), caller.name());
        return ResponseEntity.ok(Map.of("name", name));
    }

    @DeleteMapping("/api/recipes/{name}")
    ResponseEntity<Void> remove(@PathVariable String name, HttpServletRequest request) {
        Caller.of(request).mustOperate("removing a recipe");
        forms.removeRecipe(name);
        return ResponseEntity.noContent().build();
    }
}
