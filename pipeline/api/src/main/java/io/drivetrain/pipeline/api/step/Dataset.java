package io.drivetrain.pipeline.api.step;

import java.util.Objects;
import java.util.Optional;

/**
 * Data that a step has read or written, as OpenLineage names it.
 *
 * @param namespace of the system that holds it: {@code file}
 * @param name within the namespace
 * @param version of its content; empty when it is not known
 */
public record Dataset(String namespace, String name, Optional<String> version) {
  public Dataset {
    Objects.requireNonNull(namespace);
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
  }
}
