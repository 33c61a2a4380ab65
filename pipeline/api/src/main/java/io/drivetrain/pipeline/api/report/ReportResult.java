package io.drivetrain.pipeline.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import java.util.Optional;

/**
 * What the report of a run produced. Without a tracking run there are no files.
 *
 * @param outcome the state that the run ends in
 * @param mlflowRunId of the tracking run that holds the files
 * @param report the file for programs
 * @param page the file for people
 * @param card the file that describes the model
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReportResult(
    String outcome,
    Optional<String> mlflowRunId,
    Optional<String> report,
    Optional<String> page,
    Optional<String> card)
    implements TrackedResult {

  /** Of a run that never had a tracking run. */
  public static ReportResult withoutFiles(String outcome) {
    return new ReportResult(
        outcome, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
