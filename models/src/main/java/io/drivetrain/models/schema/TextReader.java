package io.drivetrain.models.schema;

final class TextReader implements FieldReader {

  private final TextFeature feature;

  TextReader(TextFeature feature) {
    this.feature = feature;
  }

  @Override
  public Object read(Object raw, Issues issues) {
    if (!(raw instanceof String text)) {
      return issues.refuse(feature, IssueCode.WRONG_TYPE, FieldReader.kind(raw));
    }
    return text.length() <= feature.maxLength()
        ? text
        : issues.refuse(feature, IssueCode.TOO_LONG, text.length());
  }
}
