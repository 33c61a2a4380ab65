package io.drivetrain.pipeline.engine.definition;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.List;

/**
 * A top-level key of a definition that the engine does not read itself: a kind of step brings it
 * along ({@link StepKind#sections}) and asks for its value with {@link PipelineDefinition#section}.
 * Jackson reads the value strictly: an unknown key, a missing primitive or an {@link
 * IllegalArgumentException} of a compact constructor refuses the file with line and column.
 *
 * @param key the key in the file: {@code training}
 * @param type what its value is read into
 */
public record DefinitionSection<T>(String key, JavaType type) {

  /** A section that is one object. */
  public static <T> DefinitionSection<T> of(String key, Class<T> type) {
    return new DefinitionSection<>(key, TypeFactory.defaultInstance().constructType(type));
  }

  /** A section that is a list of objects. */
  public static <T> DefinitionSection<List<T>> listOf(String key, Class<T> element) {
    return new DefinitionSection<>(
        key, TypeFactory.defaultInstance().constructCollectionType(List.class, element));
  }
}
