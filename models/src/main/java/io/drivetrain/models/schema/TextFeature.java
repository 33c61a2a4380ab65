package io.drivetrain.models.schema;

/**
 * Free text.
 *
 * @param maxLength in characters (UTF-16 units, as a browser counts them); a longer one is refused
 */
public record TextFeature(String name, Label label, String source, boolean required, int maxLength)
    implements Feature {

  public TextFeature {
    FeatureName.check(name, label);
    source = FeatureName.sourceOr(source, name);
    if (maxLength < 1) {
      throw FeatureName.refused(name, "maxLength must be at least 1");
    }
  }

  @Override
  public String accepted() {
    return "1 .. " + maxLength + " characters";
  }
}
