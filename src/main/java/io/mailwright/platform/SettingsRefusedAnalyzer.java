package io.mailwright.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. */
class SettingsRefusedAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
