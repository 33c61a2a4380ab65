package io.drivetrain.webui.client;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be run.
 *
 * @param label one line for people
 * @param description a few sentences; may be empty
 */
public record Pipeline(String id, String label, String description, List<Parameter> parameters) {

  public Pipeline {
    label = label == null || label.isBlank() ? id : label;
    description = Objects.requireNonNullElse(description, "");
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
  }
}
