package io.drivetrain.registry.search;

import io.drivetrain.database.Sql;

/**
 * A property of what is searched.
 *
 * @param sql the expression that holds it
 * @param rows {@code from} and {@code where} of the rows that hold it, where there may be several:
 *     one that matches is enough; else empty
 * @param numeric compared as a number, else as text
 */
public record Attribute(
    String sql, String rows, boolean numeric, boolean filterable, boolean orderable) {

  public static Attribute text(String sql) {
    return new Attribute(sql, "", false, true, true);
  }

  public static Attribute number(String sql) {
    return new Attribute(sql, "", true, true, true);
  }

  /** A point in time, which filters and clients write as milliseconds since 1970. */
  public static Attribute time(String column) {
    return number("floor(extract(epoch from " + column + ") * 1000)");
  }

  /** A text that one thing may have several of: {@code a.alias} of its aliases. */
  public static Attribute anyText(String sql, String rows) {
    return new Attribute(sql, rows, false, true, false);
  }

  public Attribute onlyFiltered() {
    return new Attribute(sql, rows, numeric, true, false);
  }

  public Attribute onlyOrdered() {
    return new Attribute(sql, rows, numeric, false, true);
  }

  /**
   * @param comparison what follows the value: {@code = ?}
   */
  Sql matches(Sql comparison) {
    var matches = Sql.of(sql).then(comparison);
    return rows.isEmpty()
        ? matches
        : Sql.of("exists (select 1 from " + rows + " and").then(matches).then(")");
  }
}
