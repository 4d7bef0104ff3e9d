package io.mailwright.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.dsl.OutOfTime;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Onboarding.Conflict;
import io.mailwright.onboarding.Onboarding.NameTaken;
import io.mailwright.onboarding.Onboarding.NotAllowed;
import io.mailwright.onboarding.Onboarding.NotFound;
import io.mailwright.onboarding.Passwords;
import io.mailwright.onboarding.PendingForms;
import io.mailwright.onboarding.People;
import io.mailwright.onboarding.Requests.AskedAlready;
import io.mailwright.onboarding.Requests.Unfit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every failure of the API as JSON with one sentence; nothing of the inside is shown. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private final ObjectMapper json;

    ApiErrors(ObjectMapper json) {
        this.json = json;
    }

    record FileErrors(List<CampaignError> errors) {}

    record NotTaken(String error, List<CampaignError> errors) {}

    record Taken(String id, String error) {}

    record Refusal(String error) {}

    @ExceptionHandler
    ResponseEntity<byte[]> file(CampaignErrors e) throws Exception {
        return answer(HttpStatus.BAD_REQUEST, new FileErrors(e.errors()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notTaken(CampaignText.NotTaken e) throws Exception {
        return answer(e.status, new NotTaken(e.getMessage(), e.errors()));
    }

    /** Nobody has looked at the file, so it is not refused. */
    @ExceptionHandler
    ResponseEntity<byte[]> late(OutOfTime e) throws Exception {
        if (e.begun()) {
            return file(e);
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(new FileErrors(e.errors())));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> taken(NameTaken e) throws Exception {
        return answer(HttpStatus.CONFLICT, new Taken(e.id, e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> asked(AskedAlready e) throws Exception {
        return answer(HttpStatus.CONFLICT, new Taken(e.id, e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> formTaken(PendingForms.Taken e) throws Exception {
        return answer(HttpStatus.CONFLICT, new Taken(e.id, e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unfit(Unfit e) throws Exception {
        return answer(HttpStatus.BAD_REQUEST, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noAnswer(People.NoAnswer e) throws Exception {
        return answer(HttpStatus.BAD_REQUEST, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noForm(PendingForms.NoSuchForm e) throws Exception {
        return answer(HttpStatus.NOT_FOUND, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> vendorAway(PendingForms.VendorAway e) throws Exception {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unread(Passwords.Unread e) throws Exception {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, new Refusal(e.getMessage()));
    }

    @ExceptionHandler({Conflict.class, BusinessFailure.class})
    ResponseEntity<byte[]> conflict(RuntimeException e) throws Exception {
        return answer(HttpStatus.CONFLICT, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notFound(NotFound e) throws Exception {
        return answer(HttpStatus.NOT_FOUND, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notAllowed(NotAllowed e) throws Exception {
        return answer(HttpStatus.FORBIDDEN, new Refusal(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException e) throws Exception {
        return answer(HttpStatus.BAD_REQUEST, new Refusal("the body is not the JSON that is expected here"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mistyped(MethodArgumentTypeMismatchException e) throws Exception {
        return answer(HttpStatus.BAD_REQUEST, new Refusal(e.getName() + " does not take that value"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> any(Exception e) throws Exception {
        if (e instanceof ErrorResponse response) {
            return answer(response.getStatusCode(), new Refusal(sentence(response)));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("The API failed; reference {}", reference, e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new Refusal("Mailwright failed inside; its log says more at reference " + reference));
    }

    private static String sentence(ErrorResponse response) {
        String detail = response.getBody().getDetail();
        return detail == null ? "the request is not understood" : detail;
    }

    /** As bytes, so that no Accept header can turn an error into a failure of its own. */
    private ResponseEntity<byte[]> answer(HttpStatusCode status, Object body) throws Exception {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
    }
}
