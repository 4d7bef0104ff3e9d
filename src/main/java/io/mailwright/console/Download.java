package io.mailwright.console;

import org.springframework.http.CacheControl;
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

    /** The same, for what must stay in no cache. */
    static ResponseEntity<byte[]> unstored(MediaType type, String file, byte[] body) {
        ResponseEntity<byte[]> download = of(type, file, body);
        return ResponseEntity.ok()
                .headers(download.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
