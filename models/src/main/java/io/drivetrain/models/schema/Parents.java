package io.drivetrain.models.schema;

import java.util.List;

/** Checks that every parent exists, is categorical and is nobody's child in a circle. */
final class Parents {

  private Parents() {}

  static void check(List<Feature> features, FieldNames names) {
    for (Feature feature : features) {
      if (feature instanceof CategoricalFeature child && child.parent() != null) {
        checkParent(child, features, names);
      }
    }
  }

  private static void checkParent(
      CategoricalFeature child, List<Feature> features, FieldNames names) {
    int steps = 0;
    CategoricalFeature at = child;
    while (at.parent() != null) {
      CategoricalFeature parent = parentOf(at, features, names);
      if (!parent.values().isEmpty()
          && !parent.values().containsAll(at.valuesByParent().keySet())) {
        throw FeatureName.refused(
            at.name(), "valuesByParent has a key that is no value of " + parent.name());
      }
      at = parent;
      if (++steps > features.size()) {
        throw FeatureName.refused(child.name(), "is its own parent in a circle");
      }
    }
  }

  private static CategoricalFeature parentOf(
      CategoricalFeature child, List<Feature> features, FieldNames names) {
    int place = names.place(child.parent());
    if (place >= 0 && features.get(place) instanceof CategoricalFeature parent) {
      return parent;
    }
    throw FeatureName.refused(
        child.name(), "its parent " + child.parent() + " is no categorical feature of the schema");
  }
}
