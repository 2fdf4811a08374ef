package org.tripostal.engine.guard;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation that a rule file has no business with. */
@Retention(RetentionPolicy.RUNTIME)
public @interface EvilAnnotation {

    boolean value();
}
