package io.drivetrain.models.schema;

/**
 * Yes or no. Read from JSON's {@code true} and {@code false}, from {@code 1} and {@code 0}, and
 * from the words true/false, yes/no, vrai/faux, oui/non in any case.
 *
 * @param defaultValue what a form starts with; null when there is none. Never put in silently.
 */
public record BooleanFeature(
    String name, Label label, String source, boolean required, Boolean defaultValue)
    implements Feature {

  public BooleanFeature {
    FeatureName.check(name, label);
    source = FeatureName.sourceOr(source, name);
  }

  @Override
  public String accepted() {
    return "true, false";
  }
}
