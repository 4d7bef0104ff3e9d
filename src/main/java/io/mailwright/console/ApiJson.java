package io.mailwright.console;

import com.fasterxml.jackson.core.JsonGenerator;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prices leave as plain decimals: 100, never 1E+2. */
@Configuration(proxyBeanMethods = false)
class ApiJson {
    @Bean
    Jackson2ObjectMapperBuilderCustomizer plainDecimals() {
        return builder -> builder.featuresToEnable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }
}
