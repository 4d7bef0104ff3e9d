package io.mailwright.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;

/** A campaign file in the body of a request: UTF-8 text of at most one megabyte. */
final class CampaignText {
    private static final int LIMIT = 1 << 20;
    private static final Set<String> TYPES = Set.of("text/plain", "text/x-groovy", "application/octet-stream");

    private CampaignText() {}

    static String of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type != null && !TYPES.contains(bare(type))) {
            throw refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "send the campaign file as it is, with Content-Type: text/plain, not " + bare(type));
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw refused(HttpStatus.PAYLOAD_TOO_LARGE, "a campaign file holds at most 1 MB; split the campaign");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(HttpStatus.BAD_REQUEST, "the campaign file is not UTF-8 text; save it as UTF-8");
        }
    }

    private static String bare(String type) {
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            return parsed.getType() + "/" + parsed.getSubtype();
        } catch (IllegalArgumentException e) {
            return "that";
        }
    }

    private static ResponseStatusException refused(HttpStatus status, String sentence) {
        return new ResponseStatusException(status, sentence);
    }
}
