package io.drivetrain.models.schema;

import io.drivetrain.models.text.Texts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads whole rows: finds the fields, tells absent from present, then reads value by value. */
final class RowReader {

  /** A hostile row does not get thousands of suggestions. */
  private static final int REPORTED_UNKNOWN_FIELDS = 20;

  private final FeatureSchema schema;
  private final FieldNames names;
  private final Set<String> missing;
  private final FieldReader[] readers;
  private final int[] parentsFirst;

  RowReader(FeatureSchema schema, FieldNames names) {
    this.schema = schema;
    this.names = names;
    this.missing = new HashSet<>(schema.missing());
    this.readers = schema.features().stream().map(FieldReader::of).toArray(FieldReader[]::new);
    this.parentsFirst =
        IntStream.range(0, schema.size())
            .boxed()
            .sorted(Comparator.comparingInt(this::depth))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * @param isWritten whether a person wrote it: then categories are interpreted
   */
  RowReading read(Map<String, ?> raw, boolean isWritten) {
    Issues unknown = new Issues();
    Issues issues = new Issues();
    Object[] values = place(raw, issues, unknown);
    for (int i : parentsFirst) {
      values[i] = readField(i, values, isWritten, issues);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = checkParent(i, values, issues);
    }
    issues.sort(names);
    issues.errors().addAll(unknown.errors());
    issues.warnings().addAll(unknown.warnings());
    return new RowReading(new ReadRow(values), issues.errors(), issues.warnings());
  }

  /** Puts each raw value in the place of its feature; absent ones are {@link Row#MISSING}. */
  private Object[] place(Map<String, ?> raw, Issues issues, Issues unknown) {
    Object[] values = new Object[schema.size()];
    Arrays.fill(values, Row.MISSING);
    String[] givenAs = new String[schema.size()];
    for (Map.Entry<String, ?> entry : raw.entrySet()) {
      int at = placeOf(entry.getKey());
      if (at < 0) {
        report(entry.getKey(), at, unknown);
      } else if (givenAs[at] != null) {
        duplicate(at, givenAs[at], entry.getKey(), issues);
      } else {
        givenAs[at] = entry.getKey();
        values[at] = entry.getValue() == null ? Row.MISSING : entry.getValue();
      }
    }
    return values;
  }

  private int placeOf(String name) {
    if (name == null) {
      return FieldNames.UNKNOWN;
    }
    int place = names.place(name);
    return place == FieldNames.UNKNOWN ? names.place(Texts.clean(name)) : place;
  }

  private void report(String name, int place, Issues unknown) {
    String shown = Texts.quotable(name);
    if (place == FieldNames.TARGET) {
      unknown.add(schema.target().name(), IssueCode.TARGET_IGNORED);
    } else if (unknown.errors().size() < REPORTED_UNKNOWN_FIELDS) {
      unknown.add(shown, IssueCode.UNKNOWN_FIELD, names.nearest(shown), names.all());
    }
  }

  private void duplicate(int index, String first, String second, Issues issues) {
    issues.add(schema.feature(index).name(), IssueCode.DUPLICATE_FIELD, first, second);
  }

  private Object readField(int index, Object[] values, boolean isWritten, Issues issues) {
    Object given = values[index];
    Object raw = given instanceof CharSequence text ? Texts.clean(text.toString()) : given;
    Feature feature = schema.feature(index);
    if (raw == Row.MISSING || raw.equals("") || isMissingText(index, raw)) {
      if (feature.required()) {
        issues.add(feature.name(), IssueCode.REQUIRED, feature.accepted());
      } else {
        issues.add(feature.name(), IssueCode.MISSING_VALUE);
      }
      return Row.MISSING;
    }
    return switch (raw) {
      case String _ when isWritten && readers[index] instanceof CategoryReader reader ->
          reader.interpret(raw, parentValue(index, values), issues);
      case String _, Number _, Boolean _, LocalDate _ -> readers[index].read(raw, issues);
      default -> issues.refuse(feature, IssueCode.WRONG_TYPE, FieldReader.kind(raw));
    };
  }

  /** A text that means "no value" does so unless it is a value of the feature. */
  private boolean isMissingText(int index, Object raw) {
    return raw instanceof String text
        && missing.contains(text)
        && !(readers[index] instanceof CategoryReader reader && reader.isValue(text));
  }

  private Object checkParent(int index, Object[] values, Issues issues) {
    String parentValue = parentValue(index, values);
    return parentValue != null
            && values[index] instanceof String value
            && readers[index] instanceof CategoryReader reader
        ? reader.checkParent(value, parentValue, issues)
        : values[index];
  }

  /** The value of the parent as it was read; null when there is none. */
  private String parentValue(int index, Object[] values) {
    int parent = parent(index);
    return parent >= 0 && values[parent] instanceof String value ? value : null;
  }

  private int parent(int index) {
    return schema.feature(index) instanceof CategoricalFeature child && child.parent() != null
        ? names.place(child.parent())
        : FieldNames.UNKNOWN;
  }

  private int depth(int index) {
    int parent = parent(index);
    return parent < 0 ? 0 : depth(parent) + 1;
  }
}
