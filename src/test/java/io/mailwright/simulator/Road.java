package io.mailwright.simulator;

/** The way of a client's calls to the vendor. */
public interface Road {
    /**
     * @param endpoint the path's first part
     * @return false: the connection is closed, and the call stays on the road
     */
    boolean arrives(String endpoint);

    /** @param path with its query, below the vendor's address */
    void stays(String path, String body);
}
