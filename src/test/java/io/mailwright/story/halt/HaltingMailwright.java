package io.mailwright.story.halt;

import io.mailwright.platform.Mailwright;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Mailwright, halting. */
public final class HaltingMailwright {
    private HaltingMailwright() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Mailwright.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Halts.class, Halts::new))
                .run(arguments);
    }
}
