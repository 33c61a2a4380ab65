package io.drivetrain.models.schema;

import java.util.Locale;
import java.util.Set;

final class BooleanReader implements FieldReader {

  private static final Set<String> YES = Set.of("true", "yes", "vrai", "oui", "1");
  private static final Set<String> NO = Set.of("false", "no", "faux", "non", "0");

  private final BooleanFeature feature;

  BooleanReader(BooleanFeature feature) {
    this.feature = feature;
  }

  @Override
  public Object read(Object raw, Issues issues) {
    if (raw instanceof Boolean flag) {
      return flag;
    }
    String word = raw.toString().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Boolean.TRUE;
    }
    return NO.contains(word) ? Boolean.FALSE : issues.refuse(feature, IssueCode.NOT_A_BOOLEAN, raw);
  }
}
