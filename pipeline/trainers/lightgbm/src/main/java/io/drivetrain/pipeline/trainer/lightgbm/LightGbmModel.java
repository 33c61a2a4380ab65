package io.drivetrain.pipeline.trainer.lightgbm;

import io.drivetrain.models.estimator.ClassTrees;
import io.drivetrain.models.estimator.Combination;
import io.drivetrain.models.estimator.Estimator;
import io.drivetrain.models.estimator.TreeEnsemble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as LightGBM writes it: a header, then the trees of each round, one for each output.
 * Numbers stand with 17 digits, which give the same doubles back.
 */
record LightGbmModel(int columns, int outputs, List<LightGbmTree> trees) {

  static LightGbmModel parse(String text) {
    Map<String, String> header = new HashMap<>();
    List<LightGbmTree> trees = new ArrayList<>();
    Map<String, String> section = header;
    for (String line : text.lines().toList()) {
      if (line.startsWith("end of trees")) {
        break;
      }
      if (line.startsWith("Tree=")) {
        add(section, header, trees);
        section = new HashMap<>();
      }
      int sign = line.indexOf('=');
      if (sign > 0) {
        section.put(line.substring(0, sign), line.substring(sign + 1));
      }
    }
    add(section, header, trees);
    return new LightGbmModel(
        Integer.parseInt(header.get("max_feature_idx")) + 1,
        Integer.parseInt(header.get("num_tree_per_iteration")),
        trees);
  }

  private static void add(
      Map<String, String> section, Map<String, String> header, List<LightGbmTree> trees) {
    if (section != header) {
      trees.add(LightGbmTree.of(section));
    }
  }

  /** One ensemble, or one for each of several outputs. */
  Estimator estimator() {
    if (outputs == 1) {
      return ensemble(0);
    }
    List<TreeEnsemble> byClass = new ArrayList<>();
    for (int output = 0; output < outputs; output++) {
      byClass.add(ensemble(output));
    }
    return new ClassTrees(byClass);
  }

  /** Its trees are {@code output, output + outputs, ...}; their values are scaled already. */
  private TreeEnsemble ensemble(int output) {
    TreeEnsemble.Builder builder = TreeEnsemble.builder(columns, new Combination.Sum(0, 1));
    for (int tree = output; tree < trees.size(); tree += outputs) {
      trees.get(tree).addTo(builder);
    }
    return builder.build();
  }
}
