package io.drivetrain.pipeline.learning.data;

import io.drivetrain.models.prediction.Task;
import io.drivetrain.pipeline.api.quality.LineCounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file in numbers.
 *
 * @param name of the file, below the data folder
 * @param sha256 of the file
 * @param rows below the header, repeated ones included
 * @param differentRows each counted once
 * @param lines what became of each line of the file
 * @param notes what was done to read the file, for people
 * @param dropped rows that are neither learned from nor measured on, by reason: {@code refused},
 *     {@code duplicate}, {@code outlier} (of the training part alone)
 * @param training rows of the training part
 * @param holdOut rows of the hold-out
 * @param splitSeed that the parts were made with
 * @param classes of the target, whose places are its values; none when it is a number
 */
public record DataFacts(
    String name,
    String sha256,
    long rows,
    long differentRows,
    LineCounts lines,
    List<String> notes,
    Map<String, Long> dropped,
    long training,
    long holdOut,
    long splitSeed,
    List<String> classes) {

  public DataFacts {
    notes = List.copyOf(notes);
    classes = List.copyOf(classes);
    dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
  }

  /** What is learned from it. */
  public Task task() {
    return classes.isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
  }

  /** Lines that are no rows. */
  public long unreadable() {
    return lines.refused();
  }

  /** Rows of the file that repeat another one. */
  public long duplicates() {
    return dropped.get(Part.DUPLICATE.key());
  }

  /** Different rows with accepted values: learned from, set aside as outliers, or measured on. */
  public long accepted() {
    return usable() + dropped.get(Part.OUTLIER.key());
  }

  /** Rows that are learned from or measured on. */
  public long usable() {
    return training + holdOut;
  }
}
