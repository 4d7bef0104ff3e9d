package io.mailwright.models;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The process keys whose ways a {@link Walk} takes, all of them; without it, the one it is named after. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Walks {
    String[] value();
}
