package io.drivetrain.registry.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as clients read it back. What it holds is JSON of the client's making.
 *
 * @param createdTime milliseconds since 1970
 * @param lastUpdateTime likewise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EvaluationRecord(
    String datasetRecordId,
    String datasetId,
    @JsonRawValue String inputs,
    @JsonRawValue String outputs,
    @JsonRawValue String expectations,
    @JsonRawValue String tags,
    @JsonRawValue String source,
    String sourceId,
    String sourceType,
    long createdTime,
    long lastUpdateTime,
    String createdBy,
    String lastUpdatedBy) {

  /**
   * A record as clients send it.
   *
   * @param inputHash by which two records with equal inputs are one
   * @param outputs null where it has none; likewise the following
   */
  record Sent(
      String inputHash,
      JsonNode inputs,
      JsonNode outputs,
      JsonNode expectations,
      JsonNode tags,
      JsonNode source) {}
}
