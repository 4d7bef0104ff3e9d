package io.mailwright.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that a browser saves as a file. */
final class Download {
    static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private Download() {}

    static ResponseEntity<byte[]> of(MediaType type, String file, byte[] body) {
        ContentDisposition download =
                ContentDisposition.attachment().filename(file).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(body);
    }

    /**
     * The same at once, for what must stay in no cache.
     *
     * @throws IOException when it was not taken whole, as far as that is seen from here
     */
    static void send(HttpServletResponse response, MediaType type, String file, byte[] body) throws IOException {
        of(type, file, body).getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        // what is sent first to somebody who has gone is lost in silence, and what is sent next fails
        response.flushBuffer();
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
