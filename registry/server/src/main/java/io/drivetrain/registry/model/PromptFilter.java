package io.drivetrain.registry.model;

import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.Operator;
import io.drivetrain.registry.sql.Sql;
import java.util.Set;

/**
 * MLflow keeps prompts among the models and marks them with a tag. They are hidden unless a filter
 * asks for {@code = 'true'}. The Python client always adds {@code != 'true'}, and there, unlike for
 * any other tag, models without the tag match.
 *
 * @param others the filter without its comparisons of that tag with 'true'
 */
record PromptFilter(And others, boolean promptsWanted) {
  private static final String TAG = "mlflow.prompt.is_prompt";
  private static final Set<String> TAG_WORDS = Set.of("tag", "tags");

  static PromptFilter parse(String filter) {
    var parts = FilterParser.parse(filter).parts();
    boolean wanted =
        parts.stream().anyMatch(part -> isPromptMark(part) && operator(part) == Operator.EQUAL);
    return new PromptFilter(
        new And(parts.stream().filter(part -> !isPromptMark(part)).toList()), wanted);
  }

  private static boolean isPromptMark(Expression part) {
    return part instanceof Comparison(var identifier, var operator, Literal.Text(var value))
        && TAG_WORDS.contains(identifier.entity())
        && identifier.key().equals(TAG)
        && value.equals("true")
        && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL);
  }

  private static Operator operator(Expression part) {
    return ((Comparison) part).operator();
  }

  /**
   * @param tags the tags {@code p} of one thing, as in {@code from <tags>}
   */
  Sql condition(String tags) {
    return Sql.of(
        (promptsWanted ? "" : "not ")
            + "exists (select 1 from "
            + tags
            + " and p.key = ? and p.value = 'true')",
        TAG);
  }
}
