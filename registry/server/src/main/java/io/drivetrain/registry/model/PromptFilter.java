package io.drivetrain.registry.model;

import io.drivetrain.database.Sql;
import io.drivetrain.registry.search.Expression;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Not;
import io.drivetrain.registry.search.Expression.Or;
import io.drivetrain.registry.search.Expression.Presence;
import io.drivetrain.registry.search.FilterParser;
import io.drivetrain.registry.search.OffsetPage;
import io.drivetrain.registry.search.Operator;
import io.drivetrain.registry.search.Order;
import java.util.List;
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
  private static final Expression EVERYTHING = new And(List.of());

  /** Finds rows that a filter asks for. */
  @FunctionalInterface
  interface Search<T> {
    List<T> rows(PromptFilter filter, List<Order> orders, long offset, int limit);
  }

  /**
   * @param size rows at most
   */
  static <T> OffsetPage<T> page(
      String filterText, List<String> orderBy, String pageToken, int size, Search<T> search) {
    var filter = parse(filterText);
    return OffsetPage.read(
        List.of(filter, orderBy),
        pageToken,
        size,
        (offset, limit) -> search.rows(filter, Order.parse(orderBy), offset, limit));
  }

  static PromptFilter parse(String filter) {
    var parts = FilterParser.parse(filter).parts();
    boolean wanted = parts.stream().anyMatch(part -> isPromptMark(part, Operator.EQUAL));
    var others =
        parts.stream()
            .filter(part -> !isPromptMark(part, Operator.EQUAL))
            .map(PromptFilter::withoutExclusions)
            .toList();
    return new PromptFilter(new And(others), wanted);
  }

  /**
   * The client adds its comparison behind any filter, so that it may belong to the end of an OR.
   */
  private static Expression withoutExclusions(Expression expression) {
    return switch (expression) {
      case And(var parts) -> new And(withoutExclusions(parts));
      case Or(var parts) -> new Or(withoutExclusions(parts));
      case Not(var negated) -> new Not(withoutExclusions(negated));
      case Comparison comparison ->
          isPromptMark(comparison, Operator.NOT_EQUAL) ? EVERYTHING : comparison;
      case Membership membership -> membership;
      case Presence presence -> presence;
    };
  }

  private static List<Expression> withoutExclusions(List<Expression> parts) {
    return parts.stream().map(PromptFilter::withoutExclusions).toList();
  }

  private static boolean isPromptMark(Expression part, Operator wanted) {
    return part instanceof Comparison(var identifier, var operator, Literal.Text(var value))
        && TAG_WORDS.contains(identifier.entity())
        && identifier.key().equals(TAG)
        && value.equals("true")
        && operator == wanted;
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
