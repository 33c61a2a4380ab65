package io.drivetrain.pipeline.api.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.drivetrain.pipeline.api.tracking.TrackedResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check of the data produced. Of data that could not be read at all, nothing but the file
 * is known.
 *
 * @param mlflowRunId of the tracking run that it opened
 * @param data the file, below the data folder
 * @param dataHash SHA-256 of the file
 * @param rows below the header, repeated ones included
 * @param unreadable lines that are not rows
 * @param dropped rows that are not learned from, by reason
 * @param train rows of the training part
 * @param test rows of the hold-out
 * @param warnings one sentence for each expectation of severity warn that is not met
 * @param prepared the rows for the later steps; of data that was not rejected
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QualityResult(
    Optional<String> mlflowRunId,
    Optional<String> data,
    Optional<String> dataHash,
    Optional<Long> rows,
    Optional<Long> unreadable,
    Optional<Map<String, Long>> dropped,
    Optional<Long> train,
    Optional<Long> test,
    Optional<List<String>> warnings,
    Optional<PreparedData> prepared)
    implements TrackedResult {

  public QualityResult {
    dropped = dropped.map(one -> Collections.unmodifiableMap(new LinkedHashMap<>(one)));
    warnings = warnings.map(List::copyOf);
  }

  /** Of data that could not be read. */
  public static QualityResult unusable(String mlflowRunId, String data) {
    return new QualityResult(
        Optional.of(mlflowRunId),
        Optional.of(data),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
