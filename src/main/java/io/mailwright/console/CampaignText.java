package io.mailwright.console;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A campaign file in the body of a request: UTF-8 text of at most one megabyte. */
final class CampaignText {
    private static final int LIMIT = 1 << 20;
    private static final Set<String> TYPES = Set.of("text/plain", "text/x-groovy", "application/octet-stream");

    private CampaignText() {}

    static String of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "send the campaign file as it is, not compressed and without Content-Encoding");
        }
        String type = request.getContentType();
        if (type != null && !TYPES.contains(bare(type))) {
            throw refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "send the campaign file as it is, with Content-Type: text/plain, not " + bare(type));
        }
        byte[] bytes = body(request);
        if (bytes.length > LIMIT) {
            throw refused(HttpStatus.PAYLOAD_TOO_LARGE, "a campaign file holds at most 1 MB; split the campaign");
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw notUtf8(text.toString());
        }
        return text.toString();
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw refused(HttpStatus.BAD_REQUEST, "the campaign file broke off on its way; send it again");
        }
    }

    /** @param before what could be read */
    private static CampaignErrors notUtf8(String before) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        int column = 1 + before.codePointCount(lineStart, before.length());
        return new CampaignErrors(List.of(
                new CampaignError(line, column, "the campaign file is not UTF-8 text from here on; save it as UTF-8")));
    }

    private static String bare(String type) {
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            return parsed.getType() + "/" + parsed.getSubtype();
        } catch (IllegalArgumentException e) {
            return "that";
        }
    }

    private static NotTaken refused(HttpStatus status, String sentence) {
        return new NotTaken(status, sentence);
    }

    /** A body that was not read as a campaign file; answered as the errors of a file are, at its first place. */
    static final class NotTaken extends RuntimeException {
        final HttpStatus status;

        NotTaken(HttpStatus status, String sentence) {
            super(sentence);
            this.status = status;
        }

        List<CampaignError> errors() {
            return List.of(new CampaignError(1, 1, getMessage()));
        }
    }
}
