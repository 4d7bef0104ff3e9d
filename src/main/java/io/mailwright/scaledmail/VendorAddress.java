package io.mailwright.scaledmail;

import java.net.URI;

/** Where the vendor answers: everything before the endpoint path, with or without a trailing slash. */
public interface VendorAddress {
    /** @throws TryAgainAt while the simulator in this process is not listening yet */
    URI baseUrl();
}
