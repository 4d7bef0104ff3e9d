package io.mailwright.simulator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The simulator inside a Spring application: its state, its gate, and the means to drop a connection. */
@WhenSimulated
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorSettings.class)
class SimulatorConfiguration {
    @Bean
    StateFile simulatorStateFile(SimulatorSettings settings) {
        return new StateFile(settings.file());
    }

    @Bean
    State simulatorState(StateFile file, SimulatorSettings settings) {
        State state = file.load(settings.seed());
        file.write(state);
        return state;
    }

    /** Innermost, so that whoever guards the administration paths comes first. */
    @Bean
    FilterRegistrationBean<Gate> simulatorGate(State state, StateFile file) {
        FilterRegistrationBean<Gate> registration = new FilterRegistrationBean<>(new Gate(state, file));
        registration.addUrlPatterns(Gate.ROOT + "/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> simulatorDrops() {
        return factory -> factory.addContextValves(new DropValve());
    }
}
