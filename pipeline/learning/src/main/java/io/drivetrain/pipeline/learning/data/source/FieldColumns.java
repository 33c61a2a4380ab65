package io.drivetrain.pipeline.learning.data.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the wanted fields among the columns of a file. */
final class FieldColumns {
  private static final int SHOWN_COLUMNS = 40;

  private final String file;
  private final List<String> found;

  FieldColumns(String file, List<String> columns) {
    this.file = file;
    this.found = columns.stream().map(DataTable::header).toList();
  }

  /** How many of the fields there are. */
  long matches(List<Field> fields) {
    return fields.stream().filter(field -> places(field).length > 0).count();
  }

  /**
   * The column of each field.
   *
   * @throws UnusableDataException naming every column that is not there, or there twice
   */
  int[] of(List<Field> fields) {
    refuseMissing(fields.stream().filter(field -> places(field).length == 0).toList(), fields);
    return fields.stream().mapToInt(this::only).toArray();
  }

  private void refuseMissing(List<Field> missing, List<Field> wanted) {
    if (missing.isEmpty()) {
      return;
    }
    if (missing.size() == wanted.size()) {
      throw new UnusableDataException(
          "The first line of %s names none of the expected columns %s. It must be a CSV file with a header line. The first line has: %s"
              .formatted(file, shown(missing), shownColumns()));
    }
    throw new UnusableDataException(
        "%s has no column %s. Columns found: %s. Rename the column, or its 'source' in the definition."
            .formatted(file, shown(missing), shownColumns()));
  }

  private int only(Field field) {
    int[] places = places(field);
    if (places.length > 1) {
      throw new UnusableDataException(
          "%s has the column %s %d times. Keep one of them."
              .formatted(file, field.shown(), places.length));
    }
    return places[0];
  }

  private int[] places(Field field) {
    String header = DataTable.header(field.header());
    return IntStream.range(0, found.size())
        .filter(i -> found.get(i).equals(header) || found.get(i).equals(field.name()))
        .toArray();
  }

  private String shownColumns() {
    String shown =
        found.stream()
            .limit(SHOWN_COLUMNS)
            .map(FieldColumns::cut)
            .collect(Collectors.joining(", "));
    return found.size() <= SHOWN_COLUMNS ? shown : shown + ", ... (" + found.size() + ")";
  }

  private static String shown(List<Field> fields) {
    return fields.stream().map(Field::shown).collect(Collectors.joining(", "));
  }

  private static String cut(String column) {
    String plain = column.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }
}
