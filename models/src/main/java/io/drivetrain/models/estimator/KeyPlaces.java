package io.drivetrain.models.estimator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The keys that the splits of an ensemble need, and which one each split needs. */
final class KeyPlaces {

  /** What tells keys apart; the set is -1 for thresholds. */
  private record Asked(int feature, SplitKind kind, int set) {}

  private final TreeEnsemble trees;
  private final Map<Asked, Integer> places = new HashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  KeyPlaces(TreeEnsemble trees) {
    this.trees = trees;
    for (int node = 0; node < trees.nodes(); node++) {
      if (!trees.isLeaf(node)) {
        places.computeIfAbsent(
            asked(node),
            one -> {
              asked.add(one);
              return asked.size() - 1;
            });
      }
    }
    if (asked.size() > Character.MAX_VALUE) {
      throw new IllegalArgumentException("the splits ask for too many different sets");
    }
  }

  /** The place of the key of a split. */
  int of(int node) {
    return places.get(asked(node));
  }

  Key[] keys() {
    List<TreeSet<Double>> thresholds =
        asked.stream().<TreeSet<Double>>map(_ -> new TreeSet<>()).toList();
    for (int node = 0; node < trees.nodes(); node++) {
      if (!trees.isLeaf(node)) {
        thresholds.get(of(node)).add(trees.value(node));
      }
    }
    Key[] keys = new Key[asked.size()];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = key(asked.get(place), thresholds.get(place));
    }
    return keys;
  }

  private Key key(Asked one, TreeSet<Double> thresholds) {
    return switch (one.kind) {
      case CATEGORIES -> new Key.InSet(one.feature, trees.sets().get(one.set));
      case MISSING_LEFT, MISSING_RIGHT ->
          new Key.Ordered(
              one.feature,
              thresholds.stream().mapToDouble(Double::doubleValue).toArray(),
              one.kind == SplitKind.MISSING_LEFT);
    };
  }

  private Asked asked(int node) {
    SplitKind kind = trees.kind(node);
    int set = kind == SplitKind.CATEGORIES ? (int) trees.value(node) : -1;
    return new Asked(trees.feature(node), kind, set);
  }
}
