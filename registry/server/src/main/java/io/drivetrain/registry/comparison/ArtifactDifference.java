package io.drivetrain.registry.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What differs between two files, in the terms of what they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ArtifactDifference.Same.class, name = "SAME"),
  @JsonSubTypes.Type(value = ArtifactDifference.OfBytes.class, name = "BYTES"),
  @JsonSubTypes.Type(value = ArtifactDifference.OfText.class, name = "TEXT"),
  @JsonSubTypes.Type(value = ArtifactDifference.OfJson.class, name = "JSON"),
  @JsonSubTypes.Type(value = ArtifactDifference.OfTable.class, name = "TABLE")
})
public sealed interface ArtifactDifference {

  /** Byte for byte the same. */
  record Same(long size) implements ArtifactDifference {}

  /** Neither of them is a text that can be compared; sizes in bytes. */
  record OfBytes(long leftSize, long rightSize) implements ArtifactDifference {}

  /**
   * A text.
   *
   * @param lines of the unified difference, with three lines around each change
   * @param truncated whether there are more
   */
  record OfText(@JsonInclude(JsonInclude.Include.ALWAYS) List<String> lines, boolean truncated)
      implements ArtifactDifference {}

  /**
   * A JSON document; no changes when only its layout differs.
   *
   * @param truncated whether there are more
   */
  record OfJson(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<JsonChange> changes, boolean truncated)
      implements ArtifactDifference {}

  /**
   * One place of a document.
   *
   * @param pointer RFC 6901
   * @param left absent where there is nothing on that side
   * @param right absent where there is nothing on that side
   */
  record JsonChange(String pointer, JsonNode left, JsonNode right) {}

  /**
   * A table in CSV, whatever the order of its rows. Rows are compared in the columns that both
   * have.
   *
   * @param columns those that both have, to which the cells belong
   * @param truncated whether there are more rows
   */
  record OfTable(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> columns,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> columnsOnlyLeft,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> columnsOnlyRight,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<TableRow> rowsOnlyLeft,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<TableRow> rowsOnlyRight,
      boolean truncated)
      implements ArtifactDifference {}

  /**
   * A row of one side.
   *
   * @param number from 1, the header not counted
   */
  record TableRow(int number, List<String> cells) {}
}
