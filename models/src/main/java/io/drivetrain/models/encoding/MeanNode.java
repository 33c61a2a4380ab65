package io.drivetrain.models.encoding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A smoothed mean and the means of narrower groups inside its group.
 *
 * @param mean on the scale of learning
 * @param children by the value of the next feature, sorted; empty at the narrowest level
 * @param missing the group in which the next feature is missing; null when training had none
 */
public record MeanNode(double mean, Map<String, MeanNode> children, MeanNode missing) {

  public MeanNode {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("a mean of the target is no number");
    }
    children = children == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(children));
  }

  int depth() {
    int deepest = missing == null ? 0 : 1 + missing.depth();
    for (MeanNode child : children.values()) {
      deepest = Math.max(deepest, 1 + child.depth());
    }
    return deepest;
  }
}
