package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.models.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the wanted fields among the columns of a file. */
final class FieldColumns {
  private static final int SHOWN_COLUMNS = 40;

  private final String file;
  private final List<String> columns;

  FieldColumns(String file, List<String> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
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
        "%s has no column %s. Columns found: %s.%s Rename the column, or its 'source' in the definition."
            .formatted(file, shown(missing), shownColumns(), suggestions(missing)));
  }

  private String suggestions(List<Field> missing) {
    List<String> candidates = columns.stream().map(HeaderText::clean).toList();
    return missing.stream()
        .flatMap(field ->
            NearestName.of(field.header(), candidates)
                .map(near -> " Is '%s' meant to be '%s'?".formatted(near, field.header()))
                .stream())
        .collect(Collectors.joining());
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

  /** The columns of the file by the headers of the fields that they are. */
  List<String> named(List<Field> fields) {
    List<String> named = new ArrayList<>(columns.stream().map(HeaderText::clean).toList());
    fields.forEach(field -> named.set(places(field)[0], HeaderText.clean(field.header())));
    return named;
  }

  /** What was taken for a field although it is written differently, for people. */
  List<String> notes(List<Field> fields) {
    return fields.stream()
        .filter(field -> places(field, HeaderText::isSame).length == 0)
        .filter(field -> places(field).length == 1)
        .map(field ->
            "The column '%s' is read as '%s'."
                .formatted(HeaderText.clean(columns.get(places(field)[0])), field.header()))
        .toList();
  }

  /** The same text before another case, and accents last. */
  private int[] places(Field field) {
    int[] exact = places(field, (column, name) -> HeaderText.clean(column).equals(name));
    if (exact.length > 0) {
      return exact;
    }
    int[] same = places(field, HeaderText::isSame);
    return same.length > 0 ? same : places(field, HeaderText::isSameWithoutAccents);
  }

  private int[] places(Field field, BiPredicate<String, String> is) {
    String header = HeaderText.clean(field.header());
    return IntStream.range(0, columns.size())
        .filter(i -> is.test(columns.get(i), header) || is.test(columns.get(i), field.name()))
        .toArray();
  }

  private String shownColumns() {
    String shown =
        columns.stream()
            .limit(SHOWN_COLUMNS)
            .map(FieldColumns::cut)
            .collect(Collectors.joining(", "));
    return columns.size() <= SHOWN_COLUMNS ? shown : shown + ", ... (" + columns.size() + ")";
  }

  private static String shown(List<Field> fields) {
    return fields.stream().map(Field::shown).collect(Collectors.joining(", "));
  }

  private static String cut(String column) {
    String plain = HeaderText.shown(column);
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }
}
