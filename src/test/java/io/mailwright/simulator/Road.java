package io.mailwright.simulator;

/** The way of a client's calls to the vendor. */
public interface Road {
    /**
     * @param endpoint as {@link Endpoint} names it
     * @return false: the connection is closed, and the call stays on the road
     */
    boolean arrives(String endpoint);

    /** @param path with its query, below the vendor's address */
    void stays(String method, String path, String body);
}
