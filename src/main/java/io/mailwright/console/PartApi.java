package io.mailwright.console;

import io.mailwright.onboarding.parts.PartWaits;
import io.mailwright.onboarding.parts.WaitingPart;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/parts}: which parts of designers' processes wait by themselves, and why. */
@RestController
class PartApi {
    private final PartWaits parts;

    PartApi(PartWaits parts) {
        this.parts = parts;
    }

    @GetMapping("/api/parts")
    List<WaitingPart> waiting() {
        return parts.all();
    }
}
