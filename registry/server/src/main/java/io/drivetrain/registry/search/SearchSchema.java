package io.drivetrain.registry.search;

import io.drivetrain.database.Sql;
import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Not;
import io.drivetrain.registry.search.Expression.Or;
import io.drivetrain.registry.search.Expression.Presence;
import io.drivetrain.registry.search.Reading.OfEither;
import io.drivetrain.registry.search.Reading.OfKey;
import io.drivetrain.registry.search.Reading.OfStatistic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be searched for, and how it is reached in SQL. Names come from here and values are
 * bound, so a filter never becomes SQL text.
 *
 * @param attributeWords the words before the dot that mean an attribute; none means it too
 * @param keyed by the word before the dot: tags, params
 */
public record SearchSchema(
    Set<String> attributeWords, Map<String, Attribute> attributes, Map<String, KeyedValues> keyed) {
  public SearchSchema {
    attributeWords = Set.copyOf(attributeWords);
    attributes = Map.copyOf(attributes);
    keyed = Map.copyOf(keyed);
  }

  /** The condition of a filter, {@code true} for an empty one. */
  public Sql where(Expression expression) {
    return switch (expression) {
      case And(var parts) -> parts.isEmpty() ? Sql.of("true") : all(" and ", parts);
      case Or(var parts) -> all(" or ", parts);
      case Not(var negated) -> Sql.of("((").then(where(negated)).then(") is not true)");
      case Comparison comparison -> comparison(comparison);
      case Membership membership -> membership(membership);
      case Presence presence -> presence(presence);
    };
  }

  private Sql all(String word, List<Expression> parts) {
    var conditions = parts.stream().map(this::where).toList();
    return Sql.of("(").then(Sql.join(word, conditions)).then(")");
  }

  private Sql comparison(Comparison comparison) {
    var identifier = comparison.identifier();
    var table = keyed.get(identifier.entity());
    if (table == null) {
      var attribute = filterable(identifier);
      return attribute.matches(compare(comparison, attribute.numeric()));
    }
    return matches(identifier, table, compare(comparison, table.numeric()));
  }

  private Sql membership(Membership membership) {
    var identifier = membership.identifier();
    var table = keyed.get(identifier.entity());
    var values = (Object) membership.values().toArray(String[]::new);
    var isOne = Sql.of(membership.negated() ? "<> all (?)" : "= any (?)", values);
    boolean numeric = table == null ? filterable(identifier).numeric() : table.numeric();
    if (numeric) {
      throw wrong(identifier, "is a number, and IN and NOT IN are for texts");
    }
    return table == null
        ? filterable(identifier).matches(isOne)
        : matches(identifier, table, isOne);
  }

  private Sql matches(Identifier identifier, KeyedValues table, Sql comparison) {
    return switch (reading(identifier, table)) {
      case OfKey(var key) -> table.exists(key, condition(table, table.value(), comparison));
      case OfStatistic(var key, var column) ->
          table.exists(key, condition(table, column, comparison));
      case OfEither(OfKey(var whole), OfStatistic(var key, var column)) ->
          Sql.of("(")
              .then(table.exists(whole, condition(table, table.value(), comparison)))
              .then("or not")
              .then(table.exists(whole, Sql.NOTHING))
              .then("and")
              .then(table.exists(key, condition(table, column, comparison)))
              .then(")");
    };
  }

  private static Sql condition(KeyedValues table, String column, Sql comparison) {
    var condition = Sql.of("and k." + column).then(comparison);
    if (table.numeric()) {
      // NaN is the greatest number to Postgres, and equal to itself; here it matches nothing.
      return condition.then("and k." + column + " < 'NaN'");
    }
    // Says nothing new about an equal value: it lets Postgres use the index.
    return isEquality(comparison) && isIndexed(table, comparison)
        ? condition.then("and octet_length(k." + column + ") <= " + table.indexedBytes())
        : condition;
  }

  private static boolean isEquality(Sql comparison) {
    return comparison.text().equals(Operator.EQUAL.sql());
  }

  private static boolean isIndexed(KeyedValues table, Sql comparison) {
    var value = (String) comparison.values().getFirst();
    return value.getBytes(StandardCharsets.UTF_8).length <= table.indexedBytes();
  }

  private static Reading reading(Identifier identifier, KeyedValues table) {
    if (!table.knows(identifier.key())) {
      throw wrong(identifier, "is unknown; there are " + new TreeSet<>(table.keys()));
    }
    return Reading.of(identifier, table)
        .orElseThrow(() ->
            wrong(
                identifier,
                "ends in what is unknown here; behind a quoted key there may be one of "
                    + new TreeSet<>(table.statistics().keySet())));
  }

  private static Sql compare(Comparison comparison, boolean numeric) {
    var operator = comparison.operator();
    var allowed = numeric ? Operator.ON_NUMBERS : Operator.ON_TEXT;
    if (!allowed.contains(operator)) {
      throw wrong(
          comparison.identifier(),
          "is not compared with " + operator.symbol() + ", only with " + symbols(allowed));
    }
    return switch (comparison.literal()) {
      case Literal.Number(double value) when numeric -> Sql.of(operator.sql(), value);
      case Literal.Text(String value) when !numeric -> Sql.of(operator.sql(), value);
      case Literal.Number _ -> throw wrong(comparison.identifier(), "needs a text in quotes");
      case Literal.Text _ -> throw wrong(comparison.identifier(), "needs a number without quotes");
    };
  }

  private static List<String> symbols(Set<Operator> operators) {
    return operators.stream().map(Operator::symbol).toList();
  }

  private Sql presence(Presence presence) {
    var table = keyed.get(presence.identifier().entity());
    if (table == null || !table.presence()) {
      throw wrong(presence.identifier(), "does not understand IS NULL and IS NOT NULL");
    }
    var exists = table.exists(presence.identifier().key(), Sql.NOTHING);
    return presence.present() ? exists : Sql.of("not").then(exists);
  }

  /** Values first, then NaN, then what has no value; in both directions, as MLflow orders. */
  public Ordering order(List<Order> orders) {
    var joins = new ArrayList<Sql>();
    var columns = new ArrayList<String>();
    for (var order : orders) {
      var table = keyed.get(order.identifier().entity());
      if (table == null) {
        columns.add(orderable(order.identifier()).sql() + " " + order.direction() + " nulls last");
        continue;
      }
      if (!table.orderable()) {
        throw wrong(order.identifier(), "cannot be ordered by");
      }
      var value = value(order.identifier(), table, joins);
      if (table.numeric()) {
        columns.add("(" + value + " = 'NaN') nulls last");
      }
      columns.add(value + " " + order.direction() + " nulls last");
    }
    return new Ordering(Sql.join(" ", joins), columns);
  }

  /** Adds the joins that reach it. */
  private static String value(Identifier identifier, KeyedValues table, List<Sql> joins) {
    return switch (reading(identifier, table)) {
      case OfKey(var key) -> join(table, key, joins) + "." + table.value();
      case OfStatistic(var key, var column) -> join(table, key, joins) + "." + column;
      case OfEither(OfKey(var whole), OfStatistic(var key, var column)) -> {
        var byKey = join(table, whole, joins);
        var byStatistic = join(table, key, joins);
        yield "case when %1$s.key is null then %2$s.%3$s else %1$s.%4$s end"
            .formatted(byKey, byStatistic, column, table.value());
      }
    };
  }

  private static String join(KeyedValues table, String key, List<Sql> joins) {
    var alias = "o" + joins.size();
    joins.add(
        Sql.of("left join " + table.table() + " " + alias + " on").then(table.row(alias, key)));
    return alias;
  }

  /** Whether an order is by the plain values of a table, which an index may have. */
  public boolean isByValue(Order order, KeyedValues table) {
    return table.equals(keyed.get(order.identifier().entity()))
        && reading(order.identifier(), table) instanceof OfKey;
  }

  private Attribute filterable(Identifier identifier) {
    var attribute = attribute(identifier);
    if (!attribute.filterable()) {
      throw wrong(identifier, "cannot be filtered by");
    }
    return attribute;
  }

  private Attribute orderable(Identifier identifier) {
    var attribute = attribute(identifier);
    if (!attribute.orderable()) {
      throw wrong(identifier, "cannot be ordered by");
    }
    return attribute;
  }

  private Attribute attribute(Identifier identifier) {
    boolean known = identifier.entity().isEmpty() || attributeWords.contains(identifier.entity());
    var attribute = known ? attributes.get(identifier.key()) : null;
    if (attribute == null) {
      throw wrong(
          identifier,
          "is unknown; there are the attributes %s and the entities %s"
              .formatted(new TreeSet<>(attributes.keySet()), new TreeSet<>(keyed.keySet())));
    }
    return attribute;
  }

  private static RegistryException wrong(Identifier identifier, String problem) {
    return RegistryException.invalid(
        "Invalid filter or order at character %d: '%s' %s."
            .formatted(identifier.position() + 1, identifier, problem));
  }
}
