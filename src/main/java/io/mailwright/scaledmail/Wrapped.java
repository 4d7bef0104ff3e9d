package io.mailwright.scaledmail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The keys under which the vendor may wrap what a method returns; a bare value is read as well. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Wrapped {
    String[] value();
}
