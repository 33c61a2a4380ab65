package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.List;

/**
 * How the training data is written. Key {@code source} of a definition.
 *
 * @param delimiter between the cells of a CSV file; absent: found in the header line, one of {@code
 *     ; , | tab}
 * @param encoding of a CSV file; absent: UTF-8 when the bytes allow it, else Latin-1
 * @param missing texts that mean "no value", such as {@code --}; the empty cell always does
 */
public record SourceSpec(Character delimiter, TextEncoding encoding, List<String> missing) {
  public static final DefinitionSection<SourceSpec> SECTION =
      DefinitionSection.of("source", SourceSpec.class);

  public SourceSpec {
    if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
      throw new IllegalArgumentException("delimiter must not be a quote or a line break");
    }
    missing = missing == null ? List.of() : List.copyOf(missing);
  }
}
