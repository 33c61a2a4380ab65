package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.api.quality.LineCounts;
import java.util.List;

/**
 * What is known of a file beside its rows.
 *
 * @param headers of all columns of the file, in its order, also of those that are not read
 * @param fields canonical names: the features in order, then the target
 * @param lines what became of each line
 * @param notes what was done to read it, for people
 * @param unreadableSamples the first of them
 * @param classes of the target, whose places are its values; none when it is a number
 */
public record DataTable(
    DataFile file,
    List<String> headers,
    List<String> fields,
    LineCounts lines,
    List<String> notes,
    List<UnreadableLine> unreadableSamples,
    List<String> classes) {

  public DataTable {
    headers = List.copyOf(headers);
    fields = List.copyOf(fields);
    notes = List.copyOf(notes);
    unreadableSamples = List.copyOf(unreadableSamples);
    classes = List.copyOf(classes);
  }

  /** Lines that are no rows. */
  public long unreadable() {
    return lines.refused();
  }
}
