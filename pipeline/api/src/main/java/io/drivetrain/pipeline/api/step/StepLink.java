package io.drivetrain.pipeline.api.step;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Something outside of the pipeline that a step's result stands for, such as a version in a
 * registry.
 *
 * @param name for programs; of two steps that declare the same name the later one counts
 * @param value identifies the thing: an id, a version, a hash
 * @param label what the thing is, for people
 * @param url where to see it; empty when whoever shows the link knows that by its name
 */
public record StepLink(String name, String value, StepLabel label, Optional<URI> url) {
  public StepLink {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
    Objects.requireNonNull(label);
    url = url == null ? Optional.empty() : url;
  }

  public static StepLink of(String name, String value, StepLabel label) {
    return new StepLink(name, value, label, Optional.empty());
  }
}
