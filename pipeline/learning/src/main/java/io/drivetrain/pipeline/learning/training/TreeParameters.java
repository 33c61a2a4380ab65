package io.drivetrain.pipeline.learning.training;

import io.drivetrain.pipeline.engine.definition.Suggestion;
import io.drivetrain.pipeline.engine.parameter.ParameterSpec;
import io.drivetrain.pipeline.engine.parameter.ParameterType;
import io.drivetrain.pipeline.engine.parameter.RunParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hyper-parameters of tree ensembles.
 *
 * @param trees how many
 * @param maxDepth splits from root to leaf at most; 2 or more
 * @param maxNodes leaves of a tree at most
 * @param nodeSize a node with fewer rows than twice this is not split
 * @param shrinkage share of each tree's advice that boosting takes; above 0, at most 1
 * @param subsample share of the rows that each tree sees; above 0, at most 1
 * @param columnsPerSplit how many columns a forest tries at a split, at random; 0 = a third of them
 */
public record TreeParameters(
    int trees,
    int maxDepth,
    int maxNodes,
    int nodeSize,
    double shrinkage,
    double subsample,
    int columnsPerSplit) {
  /** Run parameters that begin with this name a hyper-parameter: {@code train.max_depth}. */
  public static final String PREFIX = "train.";

  private static final Set<String> SHARES = Set.of(PREFIX + "shrinkage", PREFIX + "subsample");

  public TreeParameters {
    requireAtLeast("trees", 1, trees);
    requireAtLeast("max_depth", 2, maxDepth);
    requireAtLeast("max_nodes", 2, maxNodes);
    requireAtLeast("node_size", 1, nodeSize);
    requireAtLeast("columns_per_split", 0, columnsPerSplit);
    requireShare("shrinkage", shrinkage);
    requireShare("subsample", subsample);
  }

  /**
   * What the parameters of a run say; those that the definition does not declare are as in {@code
   * otherwise}.
   *
   * @throws IllegalArgumentException naming the parameter that is out of its range
   */
  public static TreeParameters of(RunParameters run, TreeParameters otherwise) {
    return new TreeParameters(
        integer(run, "trees", otherwise.trees),
        integer(run, "max_depth", otherwise.maxDepth),
        integer(run, "max_nodes", otherwise.maxNodes),
        integer(run, "node_size", otherwise.nodeSize),
        number(run, "shrinkage", otherwise.shrinkage),
        number(run, "subsample", otherwise.subsample),
        integer(run, "columns_per_split", otherwise.columnsPerSplit));
  }

  /**
   * What is wrong with a parameter that a definition declares: one that begins with {@value
   * #PREFIX} must be a hyper-parameter, of its type, with a default within its range.
   */
  static Optional<String> fault(ParameterSpec declared) {
    if (!declared.name().startsWith(PREFIX)) {
      return Optional.empty();
    }
    TreeParameters defaults = TrainingSpec.DEFAULTS;
    List<String> known = defaults.byName().keySet().stream().map(PREFIX::concat).toList();
    if (!known.contains(declared.name())) {
      return Optional.of(
          "there is no hyper-parameter '%s'; %s"
              .formatted(declared.name(), Suggestion.among(known, declared.name())));
    }
    boolean share = SHARES.contains(declared.name());
    if (declared.type() != ParameterType.INTEGER
        && !(share && declared.type() == ParameterType.NUMBER)) {
      return Optional.of(
          "%s must be of type %s, not %s"
              .formatted(declared.name(), share ? "number" : "integer", declared.type().key()));
    }
    try {
      of(new RunParameters(Map.of(declared.name(), declared.defaultValue())), defaults);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of("the default of parameter " + wrong.getMessage());
    }
  }

  /** By their names in definitions. */
  public Map<String, String> byName() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("trees", Integer.toString(trees));
    names.put("max_depth", Integer.toString(maxDepth));
    names.put("max_nodes", Integer.toString(maxNodes));
    names.put("node_size", Integer.toString(nodeSize));
    names.put("shrinkage", Double.toString(shrinkage));
    names.put("subsample", Double.toString(subsample));
    names.put("columns_per_split", Integer.toString(columnsPerSplit));
    return names;
  }

  private static int integer(RunParameters run, String name, int otherwise) {
    return run.values().containsKey(PREFIX + name) ? run.integer(PREFIX + name) : otherwise;
  }

  private static double number(RunParameters run, String name, double otherwise) {
    return run.values().containsKey(PREFIX + name) ? run.number(PREFIX + name) : otherwise;
  }

  private static void requireAtLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s%s must be at least %d, not %d".formatted(PREFIX, name, least, value));
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s%s must be above 0 and at most 1, not %s".formatted(PREFIX, name, value));
    }
  }
}
