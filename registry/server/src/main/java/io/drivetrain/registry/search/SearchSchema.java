package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import io.drivetrain.registry.search.Expression.And;
import io.drivetrain.registry.search.Expression.Comparison;
import io.drivetrain.registry.search.Expression.Identifier;
import io.drivetrain.registry.search.Expression.Literal;
import io.drivetrain.registry.search.Expression.Membership;
import io.drivetrain.registry.search.Expression.Presence;
import io.drivetrain.registry.sql.Sql;
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
      case And(var parts) ->
          parts.isEmpty()
              ? Sql.of("true")
              : Sql.join(" and ", parts.stream().map(this::where).toList());
      case Comparison comparison -> comparison(comparison);
      case Membership membership -> membership(membership);
      case Presence presence -> presence(presence);
    };
  }

  private Sql comparison(Comparison comparison) {
    var identifier = comparison.identifier();
    var table = keyed.get(identifier.entity());
    if (table == null) {
      var attribute = filterable(identifier);
      return Sql.of(attribute.sql() + " ").then(compare(comparison, attribute.numeric()));
    }
    var condition = Sql.of("and k." + table.value()).then(compare(comparison, table.numeric()));
    // NaN is greater than every number to Postgres, and equal to itself; here it matches nothing.
    var number = table.numeric() ? Sql.of("and k." + table.value() + " <> 'NaN'") : Sql.NOTHING;
    return table.exists(identifier.key(), condition.then(number));
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

  private Sql membership(Membership membership) {
    var attribute =
        keyed.containsKey(membership.identifier().entity())
            ? Attribute.text("")
            : filterable(membership.identifier());
    if (!attribute.membership()) {
      throw wrong(membership.identifier(), "does not understand IN and NOT IN");
    }
    var values = membership.values().toArray(String[]::new);
    return Sql.of(
        attribute.sql() + (membership.negated() ? " <> all (?)" : " = any (?)"), (Object) values);
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
      var alias = "o" + joins.size();
      joins.add(
          Sql.of("left join " + table.table() + " " + alias + " on")
              .then(table.row(alias, order.identifier().key())));
      var value = alias + "." + table.value();
      if (table.numeric()) {
        columns.add("(" + value + " = 'NaN') nulls last");
      }
      columns.add(value + " " + order.direction() + " nulls last");
    }
    return new Ordering(Sql.join(" ", joins), columns);
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
