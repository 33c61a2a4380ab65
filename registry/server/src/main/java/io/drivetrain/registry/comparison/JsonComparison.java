package io.drivetrain.registry.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.drivetrain.registry.comparison.ArtifactDifference.JsonChange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares JSON documents key by key, and arrays place by place. */
final class JsonComparison {
  private static final int MOST_TOLD = 2000;

  private final List<JsonChange> changes = new ArrayList<>();

  private JsonComparison() {}

  static ArtifactDifference.OfJson compare(JsonNode left, JsonNode right) {
    var comparison = new JsonComparison();
    comparison.visit("", left, right);
    boolean truncated = comparison.changes.size() > MOST_TOLD;
    return new ArtifactDifference.OfJson(
        truncated ? comparison.changes.subList(0, MOST_TOLD) : comparison.changes, truncated);
  }

  private void visit(String pointer, JsonNode left, JsonNode right) {
    if (changes.size() > MOST_TOLD) {
      return;
    }
    if (left != null && right != null && left.isObject() && right.isObject()) {
      visitKeys(pointer, left, right);
      return;
    }
    if (left != null && right != null && left.isArray() && right.isArray()) {
      visitPlaces(pointer, left, right);
      return;
    }
    if (!isSame(left, right)) {
      changes.add(new JsonChange(pointer, left, right));
    }
  }

  private void visitKeys(String pointer, JsonNode left, JsonNode right) {
    var keys = new TreeSet<String>();
    left.fieldNames().forEachRemaining(keys::add);
    right.fieldNames().forEachRemaining(keys::add);
    for (var key : keys) {
      visit(pointer + "/" + escaped(key), left.get(key), right.get(key));
    }
  }

  private void visitPlaces(String pointer, JsonNode left, JsonNode right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      visit(pointer + "/" + i, left.get(i), right.get(i));
    }
  }

  /** 1 and 1.0 are one number. */
  private static boolean isSame(JsonNode left, JsonNode right) {
    if (left == null || right == null) {
      return left == right;
    }
    return left.isNumber() && right.isNumber()
        ? left.decimalValue().compareTo(right.decimalValue()) == 0
        : left.equals(right);
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
