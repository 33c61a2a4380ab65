package io.drivetrain.models.schema;

import io.drivetrain.models.text.Texts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads whole rows: finds the fields, tells absent from present, then reads value by value. */
final class RowReader {

  /** A hostile row does not get thousands of suggestions. */
  private static final int REPORTED_UNKNOWN_FIELDS = 20;

  private final FeatureSchema schema;
  private final FieldNames names;
  private final Set<String> missing;
  private final FieldReader[] readers;

  RowReader(FeatureSchema schema, FieldNames names) {
    this.schema = schema;
    this.names = names;
    this.missing = new HashSet<>(schema.missing());
    this.readers = schema.features().stream().map(FieldReader::of).toArray(FieldReader[]::new);
  }

  RowReading read(Map<String, ?> raw) {
    Issues unknown = new Issues();
    Issues issues = new Issues();
    Object[] values = place(raw, issues, unknown);
    for (int i = 0; i < values.length; i++) {
      values[i] = readField(i, values[i], issues);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = checkParent(i, values, issues);
    }
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

  private Object readField(int index, Object given, Issues issues) {
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
    if (values[index] instanceof String value
        && readers[index] instanceof CategoryReader reader
        && schema.feature(index) instanceof CategoricalFeature child
        && child.parent() != null
        && values[names.place(child.parent())] instanceof String parentValue) {
      return reader.checkParent(value, parentValue, issues);
    }
    return values[index];
  }
}
