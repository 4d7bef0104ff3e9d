package io.mailwright.simulator;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code mailwright.simulator.*}.
 *
 * @param enabled whether this process simulates the vendor
 * @param file where the state lives; survives SIGKILL
 * @param seed which names are taken and which ids are handed out, in a state that begins anew
 */
@ConfigurationProperties("mailwright.simulator")
public record SimulatorSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("./data/simulator.json") Path file,
        @DefaultValue("7") long seed) {}
