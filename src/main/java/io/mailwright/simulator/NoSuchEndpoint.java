package io.mailwright.simulator;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of the vendor is not simulated. */
@WhenSimulated
@RestController("simulatorNoSuchEndpoint")
class NoSuchEndpoint {
    @RequestMapping(Gate.VENDOR + "/**")
    void none() {
        throw Rejected.notFound("The simulator has no such endpoint");
    }
}
