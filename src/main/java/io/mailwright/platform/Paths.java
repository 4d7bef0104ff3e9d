package io.mailwright.platform;

import jakarta.servlet.http.HttpServletRequest;

/** The path as the container understood it: decoded, without {@code ..} and path parameters. */
final class Paths {
    private Paths() {}

    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
        return request.getServletPath() + rest;
    }

    static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
