package io.mailwright.scaledmail;

import java.net.URI;
import java.time.Instant;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** {@code SCALEDMAIL_BASE_URL}, or the simulator on this server's own port. */
@Component
class ConfiguredAddress implements VendorAddress, ApplicationListener<WebServerInitializedEvent> {
    private final VendorSettings settings;
    private volatile int port;

    ConfiguredAddress(VendorSettings settings) {
        this.settings = settings;
    }

    @Override
    public URI baseUrl() {
        if (!settings.simulated()) {
            return URI.create(settings.baseUrl().strip());
        }
        if (port == 0) {
            throw new TryAgainAt(Instant.now().plusSeconds(1), "The simulator is still starting.");
        }
        return URI.create("http://127.0.0.1:" + port + "/simulator/api/v1");
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }
}
