package io.mailwright.simulator;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

@WhenSimulated
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = RejectedReplies.class)
class RejectedReplies {
    @ExceptionHandler
    ResponseEntity<Map<String, ?>> rejected(Rejected rejected) {
        return ResponseEntity.status(rejected.status).body(rejected.body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, ?>> mistyped(MethodArgumentTypeMismatchException e) {
        return rejected(Rejected.because(e.getName() + " is not a value it can take"));
    }
}
