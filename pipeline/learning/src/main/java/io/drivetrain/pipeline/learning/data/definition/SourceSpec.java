package io.drivetrain.pipeline.learning.data.definition;

import io.drivetrain.pipeline.engine.definition.DefinitionSection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the training data is written. Key {@code source} of a definition.
 *
 * @param delimiter between the cells of a CSV file; absent: found in the header line, one of {@code
 *     ; , | tab}
 * @param encoding of a CSV file; absent: as its byte order mark says, else UTF-8 when nearly all of
 *     it is, else Windows-1252
 * @param missing texts that mean "no value", beside the empty cell and {@link #USUAL_MISSING}
 * @param unreadable what a cell of an optional feature is that cannot be read; absent: missing
 */
public record SourceSpec(
    Character delimiter, TextEncoding encoding, List<String> missing, UnreadableCell unreadable) {
  public static final DefinitionSection<SourceSpec> SECTION =
      DefinitionSection.of("source", SourceSpec.class);

  /** Texts that programs and people write for nothing; a declared value of a feature is none. */
  public static final List<String> USUAL_MISSING =
      List.of(
          "NA", "N/A", "n/a", "<NA>", "#N/A", "NaN", "nan", "null", "NULL", "Null", "None", "-",
          "--", ".", "?");

  public SourceSpec(Character delimiter, TextEncoding encoding, List<String> missing) {
    this(delimiter, encoding, missing, null);
  }

  public SourceSpec {
    if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
      throw new IllegalArgumentException("delimiter must not be a quote or a line break");
    }
    unreadable = Objects.requireNonNullElse(unreadable, UnreadableCell.MISSING);
    missing =
        Stream.concat(missing == null ? Stream.empty() : missing.stream(), USUAL_MISSING.stream())
            .distinct()
            .toList();
  }
}
