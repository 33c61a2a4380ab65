package io.drivetrain.registry.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.drivetrain.registry.protocol.RegistryException;
import java.util.ArrayList;
import java.util.List;

/** Compares texts line by line. */
final class TextComparison {
  /** Of each text: the worst case takes time of the product. */
  static final int MAX_LINES = 5000;

  private static final int MOST_TOLD = 2000;
  private static final int AROUND = 3;

  private TextComparison() {}

  static ArtifactDifference.OfText compare(String path, String left, String right) {
    var leftLines = lines(path, left);
    var patch =
        DiffUtils.diff(leftLines, lines(path, right), new MyersDiffWithLinearSpace<String>(), null);
    var unified =
        removedFirst(
            UnifiedDiffUtils.generateUnifiedDiff("left", "right", leftLines, patch, AROUND));
    boolean truncated = unified.size() > MOST_TOLD;
    return new ArtifactDifference.OfText(
        truncated ? unified.subList(0, MOST_TOLD) : unified, truncated);
  }

  /** The algorithm gives the two halves of a change in any order; readers know one. */
  private static List<String> removedFirst(List<String> unified) {
    var ordered = new ArrayList<String>(unified.size());
    var added = new ArrayList<String>();
    for (var line : unified) {
      if (line.startsWith("+")) {
        added.add(line);
        continue;
      }
      if (!line.startsWith("-")) {
        ordered.addAll(added);
        added.clear();
      }
      ordered.add(line);
    }
    ordered.addAll(added);
    return ordered;
  }

  private static List<String> lines(String path, String text) {
    var lines = text.lines().toList();
    if (lines.size() > MAX_LINES) {
      throw RegistryException.invalid(
          "'%s' has %d lines; texts of up to %d lines are compared."
              .formatted(path, lines.size(), MAX_LINES));
    }
    return lines;
  }
}
