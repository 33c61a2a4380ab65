package io.drivetrain.pipeline.api.report;

import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.LineCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read. What a step did not tell is empty.
 *
 * @param file below the data folder
 * @param hash SHA-256 of the file
 * @param rows below the header, repeated ones included
 * @param unreadable lines that are no rows
 * @param lines what became of each line of the file
 * @param notes what was done to read the file, a sentence each
 * @param dropped rows that were not learned from, by reason
 * @param train rows of the training part
 * @param test rows of the hold-out
 * @param refusal why the file was not accepted; "" when it was
 * @param findings what came of each expectation
 */
public record DataReport(
    String file,
    Optional<String> hash,
    Optional<Long> rows,
    Optional<Long> unreadable,
    Optional<LineCounts> lines,
    List<String> notes,
    Map<String, Long> dropped,
    Optional<Long> train,
    Optional<Long> test,
    String refusal,
    List<Finding> findings) {
  public DataReport {
    notes = Absent.orCopy(notes);
    dropped = Absent.orCopy(dropped);
    findings = Absent.orCopy(findings);
  }
}
