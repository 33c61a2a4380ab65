package io.drivetrain.pipeline.learning.data.source;

import java.text.Normalizer;
import java.util.List;

/**
 * What is known of a file beside its rows.
 *
 * @param headers of all columns of the file, in its order, also of those that are not read
 * @param fields canonical names: the features in order, then the target
 * @param unreadable how many lines are no rows at all
 * @param unreadableSamples the first of them
 */
public record DataTable(
    DataFile file,
    List<String> headers,
    List<String> fields,
    long unreadable,
    List<UnreadableLine> unreadableSamples) {

  public DataTable {
    headers = List.copyOf(headers);
    fields = List.copyOf(fields);
    unreadableSamples = List.copyOf(unreadableSamples);
  }

  /** A header as it is compared: without spaces around it, accents in one form. */
  public static String header(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
