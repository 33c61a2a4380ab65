package io.drivetrain.pipeline.learning.quality;

import io.drivetrain.pipeline.api.quality.LineCounts;
import io.drivetrain.pipeline.learning.data.DataFacts;
import java.util.List;
import java.util.Map;

/**
 * A file in numbers.
 *
 * @param dataHash SHA-256 of the file
 * @param rows below the header, repeated ones included
 * @param unreadable lines that are no rows
 * @param dropped rows that are not learned from, by reason
 * @param train rows of the training part
 * @param test rows of the hold-out
 * @param lines what became of each line of the file
 * @param notes what was done to read the file
 */
public record DataProfile(
    String dataHash,
    long rows,
    long unreadable,
    Map<String, Long> dropped,
    long train,
    long test,
    LineCounts lines,
    List<String> notes) {

  static DataProfile of(DataFacts facts) {
    return new DataProfile(
        facts.sha256(),
        facts.rows(),
        facts.unreadable(),
        facts.dropped(),
        facts.training(),
        facts.holdOut(),
        facts.lines(),
        facts.notes());
  }
}
