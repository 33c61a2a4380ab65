package io.drivetrain.pipeline.api.step;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a step as it is stored, for readers that do not know its kind. Whoever knows the
 * kind reads the record that the kind declares.
 *
 * @param fields of the record; not to be changed
 */
public record StepDocument(@JsonValue ObjectNode fields) {
  /** Of a step that has produced nothing. */
  public static final StepDocument NONE = new StepDocument(JsonNodeFactory.instance.objectNode());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StepDocument {
    Objects.requireNonNull(fields);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The text of a field; empty when it is absent or no text. */
  public Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field))
        .filter(value -> value.isTextual())
        .map(value -> value.textValue());
  }
}
