package io.drivetrain.pipeline.engine.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * A type whose values a definition writes as one of some names that are known when the application
 * starts. The JSON Schema lists them; the type itself refuses others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Names {
  /** Gives the names; needs a constructor without parameters. */
  Class<? extends Supplier<? extends Collection<String>>> value();
}
